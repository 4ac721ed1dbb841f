package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.base.Bytes;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.DeleteDeploymentRequest;
import brume.model.apigateway.DeploymentCanarySettings;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.PutRestApiRequest;
import brume.model.apigateway.Stage;
import brume.model.apigateway.UpdateAccountRequest;
import brume.model.apigateway.UpdateStageRequest;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogStreamResponse;
import brume.model.logs.PutLogEventsRequest;
import brume.model.logs.PutLogEventsResponse;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanaryAndLogTest {
  private final Lab lab = new Lab();
  private final String api = lab.deployed(Lab.document("\"/old\": {\"get\": " + Lab.PROXY + "}"));

  private Stage patch(PatchOperation... operations) {
    return lab.local.invoke(
        ApiGatewayModel.UPDATE_STAGE, new UpdateStageRequest(List.of(operations), api, "Prod"));
  }

  private static PatchOperation replace(String path, String value) {
    return new PatchOperation(null, "replace", path, value);
  }

  private String canary(double percent) {
    lab.local.invoke(
        ApiGatewayModel.PUT_REST_API,
        PutRestApiRequest.builder()
            .restApiId(api)
            .mode("overwrite")
            .body(Bytes.utf8(Lab.document("\"/new\": {\"get\": " + Lab.PROXY + "}")))
            .build());
    return lab.local
        .invoke(
            ApiGatewayModel.CREATE_DEPLOYMENT,
            CreateDeploymentRequest.builder()
                .restApiId(api)
                .stageName("Prod")
                .canarySettings(
                    new DeploymentCanarySettings(percent, Map.of("lane", "canary"), null))
                .build())
        .id();
  }

  @Test
  void aCanaryGetsItsPartOfTheRequests() {
    canary(50);
    int sum = 0;
    for (int i = 0; i < 400; i++) {
      sum += lab.get(api, "/Prod/new").status() == 200 ? 1 : 0;
    }
    assertThat(sum).isBetween(120, 280);
    patch(replace("/canarySettings/percentTraffic", "100"));
    assertThat(lab.get(api, "/Prod/new").status()).isEqualTo(200);
    assertThat(Lab.at(lab.event(), "stageVariables").print()).isEqualTo("{\"lane\":\"canary\"}");
    patch(replace("/canarySettings/percentTraffic", "0"));
    assertThat(lab.get(api, "/Prod/old").status()).isEqualTo(200);
    assertThat(lab.get(api, "/Prod/new").status()).isEqualTo(403);
  }

  @Test
  void aCanaryIsPromoted() {
    var tried = canary(0);
    assertThatThrownBy(
            () ->
                lab.local.invoke(
                    ApiGatewayModel.DELETE_DEPLOYMENT, new DeleteDeploymentRequest(tried, api)))
        .hasMessageContaining("Active stages");
    var stage =
        patch(
            new PatchOperation("/canarySettings/deploymentId", "copy", "/deploymentId", null),
            new PatchOperation(null, "remove", "/canarySettings", null));
    assertThat(stage.deploymentId()).isEqualTo(tried);
    assertThat(stage.canarySettings()).isNull();
    assertThat(lab.get(api, "/Prod/new").status()).isEqualTo(200);
    assertThatThrownBy(() -> patch(replace("/canarySettings/percentTraffic", "101")))
        .hasMessage("Percent traffic must be between 0.0 and 100.0");
  }

  @Test
  void requestsAreLoggedInTheFormatOfTheStage() {
    var put = new ArrayList<PutLogEventsRequest>();
    var session = new Principal.AssumedRole("000000000000", "/", "logs", "AROA", "session");
    lab.credentials.put("ASIA", new Credential("ASIA", "s", "token", session, Instant.MAX, null));
    lab.local.answer(
        StsModel.ASSUME_ROLE,
        (_, _) ->
            AssumeRoleResponse.builder()
                .credentials(new Credentials("ASIA", Instant.MAX, "s", "token"))
                .build());
    lab.local.answer(
        CloudWatchLogsModel.CREATE_LOG_STREAM, (_, _) -> new CreateLogStreamResponse());
    lab.local.answer(
        CloudWatchLogsModel.PUT_LOG_EVENTS,
        (_, input) -> {
          put.add(input);
          return PutLogEventsResponse.builder().build();
        });
    var destination =
        replace(
            "/accessLogSettings/destinationArn",
            "arn:aws:logs:us-east-1:000000000000:log-group:access");
    assertThatThrownBy(() -> patch(destination)).hasMessageContaining("CloudWatch Logs role ARN");
    lab.local.invoke(
        ApiGatewayModel.UPDATE_ACCOUNT,
        new UpdateAccountRequest(
            List.of(replace("/cloudwatchRoleArn", "arn:aws:iam::000000000000:role/logs"))));
    patch(
        destination,
        replace(
            "/accessLogSettings/format",
            "$context.httpMethod $context.resourcePath $context.status $context.error.message"
                + " $context.identity.sourceIp $context.responseLength $context.nothing"));
    lab.get(api, "/Prod/old");
    lab.get(api, "/Prod/none");
    lab.runJobs();
    assertThat(put).hasSize(1);
    assertThat(put.getFirst().logGroupName()).isEqualTo("access");
    assertThat(put.getFirst().logStreamName()).isEqualTo(api + "/Prod");
    assertThat(put.getFirst().logEvents())
        .extracting(event -> event.message())
        .containsExactly(
            "GET /old 200 - 127.0.0.1 2 -",
            "GET - 403 Missing Authentication Token 127.0.0.1 42 -");
  }
}
