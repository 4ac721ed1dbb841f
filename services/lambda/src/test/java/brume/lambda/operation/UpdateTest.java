package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.Environment;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.UpdateFunctionCodeRequest;
import brume.model.lambda.UpdateFunctionConfigurationRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest extends CloudTest {
  private static UpdateFunctionCodeRequest.Builder code(String source) {
    return UpdateFunctionCodeRequest.builder()
        .functionName("f")
        .zipFile(Bytes.wrap(Cloud.zip(Map.of("app.py", source))));
  }

  private FunctionConfiguration current() {
    return cloud.invoke(
        LambdaModel.GET_FUNCTION_CONFIGURATION, new GetFunctionConfigurationRequest("f", null));
  }

  @Test
  void nextRequestRunsTheNewCode() {
    var before = cloud.create("f", "def handler(e, c):\n    return 1\n");
    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of(1));

    var after =
        cloud.invoke(
            LambdaModel.UPDATE_FUNCTION_CODE, code("def handler(e, c):\n    return 2\n").build());

    assertThat(cloud.answer("f", "{}")).isEqualTo(Json.of(2));
    assertThat(after.codeSha256()).isNotEqualTo(before.codeSha256());
    assertThat(after.revisionId()).isNotEqualTo(before.revisionId());
  }

  @Test
  void nextRequestSeesTheNewConfiguration() {
    cloud.create(
        "f",
        "import os\ndef handler(e, c):\n    return [os.environ.get('COLOUR'),"
            + " c.memory_limit_in_mb]\n");
    cloud.answer("f", "{}");

    var after =
        cloud.invoke(
            LambdaModel.UPDATE_FUNCTION_CONFIGURATION,
            UpdateFunctionConfigurationRequest.builder()
                .functionName("f")
                .environment(new Environment(Map.of("COLOUR", "green")))
                .memorySize(256)
                .description("changed")
                .build());

    assertThat(cloud.answer("f", "{}").print()).isEqualTo("[\"green\",\"256\"]");
    assertThat(after.description()).isEqualTo("changed");
    assertThat(after.timeout()).isEqualTo(20);
    assertThat(current()).isEqualTo(after);
  }

  @Test
  void emptyEnvironmentRemovesTheVariables() {
    cloud.invoke(
        LambdaModel.CREATE_FUNCTION,
        Cloud.python("f", Cloud.ECHO).environment(new Environment(Map.of("SIZE", "1"))).build());

    var after =
        cloud.invoke(
            LambdaModel.UPDATE_FUNCTION_CONFIGURATION,
            UpdateFunctionConfigurationRequest.builder()
                .functionName("f")
                .environment(new Environment(Map.of()))
                .build());

    assertThat(after.environment()).isNull();
  }

  @Test
  void refusesAnotherRevision() {
    cloud.create("f", Cloud.ECHO);

    refused(
        LambdaError.PRECONDITION_FAILED_EXCEPTION,
        "The Revision Id provided does not match the latest Revision Id.",
        () -> cloud.invoke(LambdaModel.UPDATE_FUNCTION_CODE, code("").revisionId("other").build()));
  }

  @Test
  void dryRunChangesNothing() {
    var before = cloud.create("f", Cloud.ECHO);

    var wouldBe =
        cloud.invoke(LambdaModel.UPDATE_FUNCTION_CODE, code("x = 1").dryRun(true).build());

    assertThat(wouldBe.codeSha256()).isNotEqualTo(before.codeSha256());
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void refusesMemoryBeyondTheLimit() {
    cloud.create("f", Cloud.ECHO);

    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "less than or equal to 10240",
        () ->
            cloud.invoke(
                LambdaModel.UPDATE_FUNCTION_CONFIGURATION,
                UpdateFunctionConfigurationRequest.builder()
                    .functionName("f")
                    .memorySize(10_241)
                    .build()));
  }

  @Test
  void needsLeaveToPassTheRole() {
    cloud.create("f", Cloud.ECHO);
    cloud.invoke(
        LambdaModel.UPDATE_FUNCTION_CONFIGURATION,
        UpdateFunctionConfigurationRequest.builder()
            .functionName("f")
            .role("arn:aws:iam::000000000000:role/other")
            .build());

    assertThat(cloud.local.asked().getLast().needs())
        .extracting("action", "resource")
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "iam:PassRole", "arn:aws:iam::000000000000:role/other"));
  }
}
