package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.lambda.LambdaError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.Cors;
import brume.model.lambda.CreateAliasRequest;
import brume.model.lambda.CreateFunctionUrlConfigRequest;
import brume.model.lambda.CreateFunctionUrlConfigResponse;
import brume.model.lambda.DeleteAliasRequest;
import brume.model.lambda.DeleteFunctionUrlConfigRequest;
import brume.model.lambda.GetFunctionUrlConfigRequest;
import brume.model.lambda.GetFunctionUrlConfigResponse;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListFunctionUrlConfigsRequest;
import brume.model.lambda.PublishVersionRequest;
import brume.model.lambda.UpdateFunctionUrlConfigRequest;
import brume.service.CommonError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UrlTest extends CloudTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:app";

  @BeforeEach
  void function() {
    cloud.create("app", Cloud.ECHO);
  }

  private CreateFunctionUrlConfigResponse create(@Nullable String qualifier) {
    return cloud.invoke(
        LambdaModel.CREATE_FUNCTION_URL_CONFIG,
        CreateFunctionUrlConfigRequest.builder()
            .functionName("app")
            .qualifier(qualifier)
            .authType("NONE")
            .build());
  }

  private GetFunctionUrlConfigResponse get(@Nullable String qualifier) {
    return cloud.invoke(
        LambdaModel.GET_FUNCTION_URL_CONFIG, new GetFunctionUrlConfigRequest("app", qualifier));
  }

  private void alias(String name) {
    cloud.invoke(
        LambdaModel.PUBLISH_VERSION, PublishVersionRequest.builder().functionName("app").build());
    cloud.invoke(
        LambdaModel.CREATE_ALIAS,
        CreateAliasRequest.builder().functionName("app").name(name).functionVersion("1").build());
  }

  @Test
  void givesAFunctionAnAddress() {
    var made = create(null);

    assertThat(made.functionUrl())
        .matches("https://[a-z0-9]{32}\\.lambda-url\\.us-east-1\\.localhost:4567/");
    assertThat(made.functionArn()).isEqualTo(ARN);
    assertThat(made.invokeMode()).isEqualTo("BUFFERED");
    assertThat(get(null).functionUrl()).isEqualTo(made.functionUrl());
  }

  @Test
  void asksForThePermissionByItsAuthorization() {
    create(null);

    var need = cloud.local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("lambda:CreateFunctionUrlConfig");
    assertThat(need.resource()).isEqualTo(ARN);
    assertThat(need.conditions()).containsEntry("lambda:FunctionUrlAuthType", List.of("NONE"));
  }

  @Test
  void givesOneAddressOnly() {
    create(null);

    refused(RESOURCE_CONFLICT_EXCEPTION, "FunctionUrlConfig exists", () -> create(null));
  }

  @Test
  void givesAliasesTheirOwn() {
    alias("live");

    var ofFunction = create(null);
    var ofAlias = create("live");

    assertThat(ofAlias.functionUrl()).isNotEqualTo(ofFunction.functionUrl());
    assertThat(ofAlias.functionArn()).isEqualTo(ARN + ":live");
    var listed =
        cloud.invoke(
            LambdaModel.LIST_FUNCTION_URL_CONFIGS,
            new ListFunctionUrlConfigsRequest("app", null, null));
    assertThat(listed.functionUrlConfigs())
        .extracting(each -> each.functionArn())
        .containsExactlyInAnyOrder(ARN, ARN + ":live");
  }

  @Test
  void takesItWithTheAlias() {
    alias("live");
    create("live");

    cloud.invoke(LambdaModel.DELETE_ALIAS, new DeleteAliasRequest("app", "live"));

    refused(RESOURCE_NOT_FOUND_EXCEPTION, "does not exist", () -> get("live"));
  }

  @Test
  void givesNoAddressToVersions() {
    refused(
        INVALID_PARAMETER_VALUE_EXCEPTION,
        "not of a version",
        () ->
            cloud.invoke(
                LambdaModel.CREATE_FUNCTION_URL_CONFIG,
                CreateFunctionUrlConfigRequest.builder()
                    .functionName("app:1")
                    .authType("NONE")
                    .build()));
    refused(RESOURCE_NOT_FOUND_EXCEPTION, "Function not found", () -> create("nothing"));
  }

  @Test
  void changesWhatIsSaid() {
    var before = create(null);
    cloud.local.clock.advance(Duration.ofSeconds(5));
    var cors = Cors.builder().allowOrigins(List.of("https://a.example")).build();

    var after =
        cloud.invoke(
            LambdaModel.UPDATE_FUNCTION_URL_CONFIG,
            UpdateFunctionUrlConfigRequest.builder()
                .functionName("app")
                .authType("AWS_IAM")
                .cors(cors)
                .build());

    assertThat(after.functionUrl()).isEqualTo(before.functionUrl());
    assertThat(after.authType()).isEqualTo("AWS_IAM");
    assertThat(after.cors()).isEqualTo(cors);
    assertThat(after.creationTime()).isEqualTo(before.creationTime());
    assertThat(after.lastModifiedTime()).isEqualTo("2026-01-02T03:04:10Z");
    assertThat(get(null).cors()).isEqualTo(cors);
  }

  @Test
  void takesAnAddressAway() {
    create(null);

    cloud.invoke(
        LambdaModel.DELETE_FUNCTION_URL_CONFIG, new DeleteFunctionUrlConfigRequest("app", null));

    refused(RESOURCE_NOT_FOUND_EXCEPTION, "does not exist", () -> get(null));
    assertThat(create(null).functionUrl()).isNotEmpty();
  }

  @Test
  void doesNotStream() {
    refused(
        CommonError.NOT_IMPLEMENTED,
        "RESPONSE_STREAM",
        () ->
            cloud.invoke(
                LambdaModel.CREATE_FUNCTION_URL_CONFIG,
                CreateFunctionUrlConfigRequest.builder()
                    .functionName("app")
                    .authType("NONE")
                    .invokeMode("RESPONSE_STREAM")
                    .build()));
  }
}
