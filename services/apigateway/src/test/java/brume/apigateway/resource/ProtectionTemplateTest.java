package brume.apigateway.resource;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.apigateway.Mint;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetAuthorizersRequest;
import brume.model.apigateway.GetRestApiRequest;
import brume.model.apigateway.GetStageRequest;
import brume.model.apigateway.GetUsagePlanRequest;
import brume.service.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Who may use an API and how much, as templates say it.
class ProtectionTemplateTest {
  private static final String KEY = "0123456789012345678901";

  private final Lab lab = new Lab();
  private final Map<String, ResourceType> types = new HashMap<>();
  private final String api =
      lab.deployed(
          Lab.guarded(
              "{\"type\": \"apiKey\", \"name\": \"x-api-key\", \"in\": \"header\"}",
              "\"/\": {\"get\": " + Lab.GUARDED + "}"));

  ProtectionTemplateTest() {
    lab.resourceTypes().forEach(type -> types.put(type.name(), type));
  }

  private ResourceType type(String name) {
    return Objects.requireNonNull(types.get("AWS::ApiGateway::" + name));
  }

  private ResourceType.Resource create(String type, String properties) {
    return type(type).create(lab.local.call(), request(properties));
  }

  private void update(
      String type, ResourceType.Resource resource, String before, String properties) {
    var was = (Json.Obj) Json.parse(before.replace("$API", api));
    type(type).update(lab.local.call(), resource, was, request(properties));
  }

  private ResourceType.Request request(String properties) {
    return new ResourceType.Request(
        "stack",
        "Logical",
        "TOKEN",
        (Json.Obj) Json.parse(properties.replace("$API", api)),
        Map.of());
  }

  private int get(String key) {
    return lab.send(api, Lab.request("GET", "/Prod", "", "X-Api-Key", key)).status();
  }

  @Test
  void keysAndPlans() {
    var key = create("ApiKey", "{\"Enabled\": true, \"Value\": \"%s\"}".formatted(KEY));
    var before =
        """
        {"UsagePlanName": "p", "ApiStages": [{"ApiId": "$API", "Stage": "Prod"}],
         "Quota": {"Limit": 1, "Period": "DAY"}, "Throttle": {"RateLimit": 10, "BurstLimit": 5}}
        """;
    var plan = create("UsagePlan", before);
    assertThat(get(KEY)).isEqualTo(403);
    var joined =
        "{\"KeyId\": \"%s\", \"KeyType\": \"API_KEY\", \"UsagePlanId\": \"%s\"}"
            .formatted(key.physicalId(), plan.physicalId());
    var member = create("UsagePlanKey", joined);
    assertThat(member.physicalId()).isEqualTo(key.physicalId() + ':' + plan.physicalId());
    assertThat(get(KEY)).isEqualTo(200);
    assertThat(get(KEY)).isEqualTo(429);
    var after =
        """
        {"UsagePlanName": "q", "ApiStages": [{"ApiId": "$API", "Stage": "Prod",
          "Throttle": {"//GET": {"RateLimit": 100, "BurstLimit": 50}}}],
         "Quota": {"Limit": 9, "Period": "WEEK"}}
        """;
    update("UsagePlan", plan, before, after);
    var described =
        lab.local.invoke(
            ApiGatewayModel.GET_USAGE_PLAN, new GetUsagePlanRequest(plan.physicalId()));
    assertThat(described.name()).isEqualTo("q");
    assertThat(described.throttle()).isNull();
    assertThat(described.quota().limit()).isEqualTo(9);
    assertThat(described.apiStages().getFirst().throttle().get("//GET").rateLimit()).isEqualTo(100);
    assertThat(get(KEY)).isEqualTo(200);
    update("ApiKey", key, "{\"Enabled\": true}", "{\"Enabled\": false}");
    assertThat(get(KEY)).isEqualTo(403);
    type("UsagePlanKey").delete(lab.local.call(), member, (Json.Obj) Json.parse(joined));
    type("UsagePlan")
        .delete(lab.local.call(), plan, (Json.Obj) Json.parse(after.replace("$API", api)));
    type("ApiKey").delete(lab.local.call(), key, Json.Obj.EMPTY);
  }

  @Test
  void settingsOfAStage() {
    var deployment = lab.deploy(api, "other");
    var before =
        """
        {"RestApiId": "$API", "StageName": "S", "DeploymentId": "%s", "CacheClusterEnabled": true,
         "CacheClusterSize": "0.5", "MethodSettings": [
           {"ResourcePath": "/*", "HttpMethod": "*", "CachingEnabled": true, "CacheTtlInSeconds": 60},
           {"ResourcePath": "/", "HttpMethod": "GET", "ThrottlingRateLimit": 5,
            "ThrottlingBurstLimit": 5}]}
        """
            .formatted(deployment);
    var stage = create("Stage", before);
    var settings = stage("S").methodSettings();
    assertThat(settings).containsOnlyKeys("*/*", "~1/GET");
    assertThat(settings.get("*/*").cacheTtlInSeconds()).isEqualTo(60);
    assertThat(settings.get("~1/GET").throttlingBurstLimit()).isEqualTo(5);
    var after =
        """
        {"RestApiId": "$API", "StageName": "S", "DeploymentId": "%s", "MethodSettings": [
           {"ResourcePath": "/*", "HttpMethod": "*", "CachingEnabled": false}]}
        """
            .formatted(deployment);
    update("Stage", stage, before, after);
    assertThat(stage("S").methodSettings()).containsOnlyKeys("*/*");
    assertThat(stage("S").methodSettings().get("*/*").cachingEnabled()).isFalse();
    assertThat(stage("S").cacheClusterEnabled()).isFalse();
  }

  private brume.model.apigateway.Stage stage(String name) {
    return lab.local.invoke(ApiGatewayModel.GET_STAGE, new GetStageRequest(api, name));
  }

  @Test
  void authorizers() {
    var before =
        """
        {"RestApiId": "$API", "Name": "pool", "Type": "COGNITO_USER_POOLS",
         "IdentitySource": "method.request.header.Authorization", "ProviderARNs": ["%s"]}
        """
            .formatted(Mint.POOL_ARN);
    var authorizer = create("Authorizer", before);
    update("Authorizer", authorizer, before, before.replace("\"pool\"", "\"renamed\""));
    var listed =
        lab.local.invoke(
            ApiGatewayModel.GET_AUTHORIZERS,
            GetAuthorizersRequest.builder().restApiId(api).build());
    assertThat(listed.items().getFirst().name()).isEqualTo("renamed");
    assertThat(listed.items().getFirst().providerArNs()).containsExactly(Mint.POOL_ARN);
    type("Authorizer")
        .delete(lab.local.call(), authorizer, (Json.Obj) Json.parse(before.replace("$API", api)));
  }

  @Test
  void thePolicyOfAnApi() {
    var policy =
        """
        {"Name": "n", "Policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}]}}
        """;
    var made = create("RestApi", policy);
    var described =
        lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(made.physicalId()));
    assertThat(described.policy()).contains("execute-api:/*");
  }
}
