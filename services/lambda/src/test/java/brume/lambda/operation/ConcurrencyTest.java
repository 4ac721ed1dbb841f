package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.DeleteFunctionConcurrencyRequest;
import brume.model.lambda.GetAccountSettingsRequest;
import brume.model.lambda.GetFunctionConcurrencyRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListTagsRequest;
import brume.model.lambda.PutFunctionConcurrencyRequest;
import brume.model.lambda.TagResourceRequest;
import brume.model.lambda.TooManyRequestsException;
import brume.model.lambda.UntagResourceRequest;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends CloudTest {
  private void reserve(String function, int reserved) {
    cloud.invoke(
        LambdaModel.PUT_FUNCTION_CONCURRENCY,
        new PutFunctionConcurrencyRequest(function, reserved));
  }

  @Test
  void functionWithoutAnyIsThrottled() {
    cloud.create("f", Cloud.ECHO);
    reserve("f", 0);

    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> cloud.run("f", "{}"))
        .withMessage("Rate Exceeded.")
        .satisfies(
            e -> {
              assertThat(e.error()).isEqualTo(LambdaError.TOO_MANY_REQUESTS_EXCEPTION);
              assertThat(((TooManyRequestsException) e.detail()).reason())
                  .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
            });
  }

  @Test
  void placeIsGivenBack() {
    cloud.create("f", Cloud.ECHO);
    reserve("f", 1);

    assertThat(cloud.run("f", "{}").functionError()).isNull();
    assertThat(cloud.run("f", "{}").functionError()).isNull();
  }

  @Test
  void reservationCanBeReadAndDeleted() {
    cloud.create("f", Cloud.ECHO);
    reserve("f", 7);
    assertThat(reserved()).isEqualTo(7);

    cloud.invoke(
        LambdaModel.DELETE_FUNCTION_CONCURRENCY, new DeleteFunctionConcurrencyRequest("f"));

    assertThat(reserved()).isNull();
  }

  private Integer reserved() {
    return cloud
        .invoke(LambdaModel.GET_FUNCTION_CONCURRENCY, new GetFunctionConcurrencyRequest("f"))
        .reservedConcurrentExecutions();
  }

  @Test
  void someConcurrencyStaysForTheOthers() {
    cloud.create("f", Cloud.ECHO);
    cloud.create("g", Cloud.ECHO);
    reserve("f", 800);

    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "below its minimum value of [100]",
        () -> reserve("g", 101));
    reserve("g", 100);
  }

  @Test
  void accountSettingsCountWhatIsUsed() {
    var made = cloud.create("f", Cloud.ECHO);
    reserve("f", 7);

    var settings = cloud.invoke(LambdaModel.GET_ACCOUNT_SETTINGS, new GetAccountSettingsRequest());

    var limit = Objects.requireNonNull(settings.accountLimit());
    var usage = Objects.requireNonNull(settings.accountUsage());
    assertThat(limit.unreservedConcurrentExecutions()).isEqualTo(993);
    assertThat(usage.functionCount()).isEqualTo(1);
    assertThat(usage.totalCodeSize()).isEqualTo(made.codeSize());
  }

  @Test
  void tagsCanBeAddedAndRemoved() {
    var arn = Objects.requireNonNull(cloud.create("f", Cloud.ECHO).functionArn());
    cloud.invoke(LambdaModel.TAG_RESOURCE, new TagResourceRequest(arn, Map.of("a", "1", "b", "2")));

    cloud.invoke(LambdaModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, List.of("a")));

    assertThat(cloud.invoke(LambdaModel.LIST_TAGS, new ListTagsRequest(arn)).tags())
        .isEqualTo(Map.of("b", "2"));
  }
}
