package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.Environment;
import brume.model.lambda.FunctionCode;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.model.lambda.GetFunctionRequest;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.ListFunctionsRequest;
import brume.model.lambda.TracingConfig;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionTest extends CloudTest {
  @Test
  void isDescribedAsItWasMade() {
    var made = cloud.create("echo", Cloud.ECHO);

    assertThat(made.functionArn()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:echo");
    assertThat(made.state()).isEqualTo("Active");
    assertThat(made.version()).isEqualTo("$LATEST");
    assertThat(made.memorySize()).isEqualTo(128);
    assertThat(made.lastModified()).isEqualTo("2026-01-02T03:04:05.000+0000");
    assertThat(
            cloud.invoke(
                LambdaModel.GET_FUNCTION_CONFIGURATION,
                new GetFunctionConfigurationRequest("echo", null)))
        .isEqualTo(made);
    assertThat(cloud.invoke(LambdaModel.GET_FUNCTION, new GetFunctionRequest("echo", null)))
        .satisfies(found -> assertThat(found.configuration()).isEqualTo(made));
    assertThat(
            cloud
                .invoke(LambdaModel.LIST_FUNCTIONS, ListFunctionsRequest.builder().build())
                .functions())
        .containsExactly(made);
  }

  @Test
  void answers() {
    cloud.create("echo", Cloud.ECHO);

    var response = cloud.run("echo", "{\"a\":1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.executedVersion()).isEqualTo("$LATEST");
    assertThat(response.functionError()).isNull();
    assertThat(response.payload()).isEqualTo(Bytes.utf8("{\"a\": 1}"));
  }

  @Test
  void runsWithCredentialsOfItsRole() {
    cloud.create(
        "who",
        "import os\ndef handler(e, c):\n    return [os.environ['AWS_ACCESS_KEY_ID'],"
            + " c.invoked_function_arn]\n");

    assertThat(cloud.answer("who", "{}"))
        .isEqualTo(
            Json.array(
                Json.of("ASIAROLEapp"),
                Json.of("arn:aws:lambda:us-east-1:000000000000:function:who")));
  }

  @Test
  void failsWithWhatTheHandlerRaised() {
    cloud.create("broken", "def handler(e, c):\n    raise ValueError('no')\n");

    var response = cloud.run("broken", "{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.functionError()).isEqualTo("Unhandled");
    assertThat(String.valueOf(response.payload() == null ? "" : response.payload().toUtf8()))
        .contains("\"errorType\": \"ValueError\"");
  }

  @Test
  void writesItsLogAsItsRole() throws IOException {
    cloud.create("talker", "def handler(e, c):\n    print('hello')\n");
    cloud.run("talker", "{}");

    cloud.lambda.close();

    assertThat(cloud.log)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "arn:aws:sts::000000000000:assumed-role/app/session /aws/lambda/talker"
                            + " 2026/01/02/\\[\\$LATEST][0-9a-f]{32} hello\n"));
    assertThat(cloud.log.getLast()).contains("REPORT RequestId: ");
  }

  @Test
  void givesTheTailOfItsLogWhenAsked() {
    cloud.create("talker", "def handler(e, c):\n    print('hello')\n");

    var response =
        cloud.invoke(
            LambdaModel.INVOKE,
            InvocationRequest.builder().functionName("talker").logType("Tail").build());

    assertThat(Bytes.fromBase64(String.valueOf(response.logResult())).toUtf8())
        .contains("START RequestId: ")
        .contains("hello\n");
  }

  @Test
  void comesFromAnObject() {
    cloud.objects.put("code/app.zip", Cloud.zip(Map.of("app.py", Cloud.ECHO)));
    var request =
        Cloud.python("echo", "")
            .code(FunctionCode.builder().s3Bucket("code").s3Key("app.zip").build());

    cloud.invoke(LambdaModel.CREATE_FUNCTION, request.build());

    assertThat(cloud.answer("echo", "[1]")).isEqualTo(Json.array(Json.of(1)));
  }

  @Test
  void isRefusedWithoutItsObject() {
    var request =
        Cloud.python("echo", "")
            .code(FunctionCode.builder().s3Bucket("code").s3Key("app.zip").build());

    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified"
            + " key does not exist.",
        () -> cloud.invoke(LambdaModel.CREATE_FUNCTION, request.build()));
  }

  @Test
  void isMadeOnce() {
    cloud.create("echo", Cloud.ECHO);

    refused(
        LambdaError.RESOURCE_CONFLICT_EXCEPTION,
        "Function already exist: echo",
        () -> cloud.create("echo", Cloud.ECHO));
  }

  @Test
  void isGoneWhenDeleted() {
    cloud.create("echo", Cloud.ECHO);
    cloud.run("echo", "{}");

    cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("echo", null));

    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:echo",
        () -> cloud.run("echo", "{}"));
  }

  @Test
  void isNotRunForATest() {
    cloud.create("echo", Cloud.ECHO);

    var response =
        cloud.invoke(
            LambdaModel.INVOKE,
            InvocationRequest.builder().functionName("echo").invocationType("DryRun").build());

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.payload()).isNull();
  }

  @Test
  void refusesWhatIsNotThere() {
    refused(
        CommonError.NOT_IMPLEMENTED,
        "Brume's Lambda does not have TracingConfig.Mode Active yet",
        () ->
            cloud.invoke(
                LambdaModel.CREATE_FUNCTION,
                Cloud.python("traced", Cloud.ECHO)
                    .tracingConfig(new TracingConfig("Active"))
                    .build()));
  }

  @Test
  void refusesReservedVariables() {
    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "Lambda was unable to configure your environment variables because the environment"
            + " variables you have provided contains reserved keys that are currently not supported"
            + " for modification. Reserved keys used in this request: AWS_REGION",
        () ->
            cloud.invoke(
                LambdaModel.CREATE_FUNCTION,
                Cloud.python("own", Cloud.ECHO)
                    .environment(new Environment(Map.of("AWS_REGION", "mars-1")))
                    .build()));
  }

  @Test
  void refusesWhatIsNoJson() {
    cloud.create("echo", Cloud.ECHO);

    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> cloud.run("echo", "{nonsense"))
        .satisfies(
            e -> assertThat(e.error()).isEqualTo(LambdaError.INVALID_REQUEST_CONTENT_EXCEPTION));
  }
}
