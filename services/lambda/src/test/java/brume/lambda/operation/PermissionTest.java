package brume.lambda.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.AddPermissionRequest;
import brume.model.lambda.GetPolicyRequest;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.model.lambda.PublishVersionRequest;
import brume.model.lambda.RemovePermissionRequest;
import brume.service.Access;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PermissionTest extends CloudTest {
  private static AddPermissionRequest.Builder gateway() {
    return AddPermissionRequest.builder()
        .functionName("f")
        .statementId("gateway")
        .action("lambda:InvokeFunction")
        .principal("apigateway.amazonaws.com")
        .sourceArn("arn:aws:execute-api:us-east-1:000000000000:api/*");
  }

  private String add(AddPermissionRequest.Builder request) {
    return Objects.requireNonNull(
        cloud.invoke(LambdaModel.ADD_PERMISSION, request.build()).statement());
  }

  private Access.Guard guardOfInvoke(String function) {
    cloud.run(function, "{}");
    var need = cloud.local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("lambda:InvokeFunction");
    return Objects.requireNonNull(need.guard());
  }

  @Test
  void statementIsWrittenAsAwsDoes() {
    cloud.create("f", Cloud.ECHO);

    assertThat(add(gateway().sourceAccount("000000000000")))
        .isEqualTo(
            "{\"Sid\":\"gateway\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},"
                + "\"Action\":\"lambda:InvokeFunction\","
                + "\"Resource\":\"arn:aws:lambda:us-east-1:000000000000:function:f\","
                + "\"Condition\":{\"StringEquals\":{\"AWS:SourceAccount\":\"000000000000\"},"
                + "\"ArnLike\":{\"AWS:SourceArn\":"
                + "\"arn:aws:execute-api:us-east-1:000000000000:api/*\"}}}");
  }

  @Test
  void policyGuardsTheFunction() {
    cloud.create("f", Cloud.ECHO);
    assertThat(guardOfInvoke("f").policy()).isNull();

    add(gateway());

    var policy = cloud.invoke(LambdaModel.GET_POLICY, new GetPolicyRequest("f", null)).policy();
    assertThat(guardOfInvoke("f")).isEqualTo(new Access.Guard("000000000000", policy));
  }

  @Test
  void everyQualifierHasItsOwnPolicy() {
    cloud.create("f", Cloud.ECHO);
    cloud.invoke(
        LambdaModel.PUBLISH_VERSION, PublishVersionRequest.builder().functionName("f").build());

    add(gateway().qualifier("1"));

    assertThat(guardOfInvoke("f").policy()).isNull();
    assertThat(guardOfInvoke("f:1").policy())
        .contains("\"arn:aws:lambda:us-east-1:000000000000:function:f:1\"");
  }

  @Test
  void statementCanBeRemoved() {
    cloud.create("f", Cloud.ECHO);
    add(gateway());

    var removal =
        RemovePermissionRequest.builder().functionName("f").statementId("gateway").build();
    cloud.invoke(LambdaModel.REMOVE_PERMISSION, removal);

    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "The resource you requested does not exist.",
        () -> cloud.invoke(LambdaModel.GET_POLICY, new GetPolicyRequest("f", null)));
    refused(
        LambdaError.RESOURCE_NOT_FOUND_EXCEPTION,
        "Statement gateway is not found in resource policy.",
        () -> cloud.invoke(LambdaModel.REMOVE_PERMISSION, removal));
  }

  @Test
  void statementIdsAreUnique() {
    cloud.create("f", Cloud.ECHO);
    add(gateway());

    refused(
        LambdaError.RESOURCE_CONFLICT_EXCEPTION,
        "The statement id (gateway) provided already exists.",
        () -> add(gateway()));
  }

  @Test
  void latestHasNoPolicyOfItsOwn() {
    cloud.create("f", Cloud.ECHO);

    refused(
        LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION,
        "We currently do not support adding policies for $LATEST.",
        () -> add(gateway().qualifier("$LATEST")));
  }
}
