package brume.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateApiRequest;
import brume.model.apigatewayv2.CreateDeploymentRequest;
import brume.model.apigatewayv2.CreateIntegrationRequest;
import brume.model.apigatewayv2.CreateRouteRequest;
import brume.model.apigatewayv2.DeleteApiRequest;
import brume.model.apigatewayv2.DeleteIntegrationRequest;
import brume.model.apigatewayv2.GetApiRequest;
import brume.model.apigatewayv2.GetApisRequest;
import brume.model.apigatewayv2.UpdateRouteRequest;
import brume.service.ResourceType;
import brume.testing.Local;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpOperationTest {
  private final HttpLab http = new HttpLab();
  private final Local local = http.lab.local;

  @Test
  void anApiWithATargetAnswersAtOnce() {
    var api =
        local.invoke(
            ApiGatewayV2Model.CREATE_API,
            CreateApiRequest.builder()
                .name("quick")
                .protocolType("HTTP")
                .target(Lab.FUNCTION)
                .build());
    assertThat(api.apiEndpoint())
        .isEqualTo("https://" + api.apiId() + ".execute-api.us-east-1.localhost:4567");
    assertThat(http.lab.get(api.apiId(), "/what/ever").status()).isEqualTo(200);
    assertThat(http.lab.event().get("routeKey")).isEqualTo(Json.of("$default"));
    var apis = local.invoke(ApiGatewayV2Model.GET_APIS, GetApisRequest.builder().build());
    assertThat(apis.items()).hasSize(1);
    local.invoke(ApiGatewayV2Model.DELETE_API, new DeleteApiRequest(api.apiId()));
    assertThatThrownBy(
            () -> local.invoke(ApiGatewayV2Model.GET_API, new GetApiRequest(api.apiId())))
        .hasMessageStartingWith("Invalid API identifier specified");
  }

  private String empty() {
    return local
        .invoke(
            ApiGatewayV2Model.CREATE_API,
            CreateApiRequest.builder().name("n").protocolType("HTTP").build())
        .apiId();
  }

  private String integration(String api) {
    return local
        .invoke(
            ApiGatewayV2Model.CREATE_INTEGRATION,
            CreateIntegrationRequest.builder()
                .apiId(api)
                .integrationType("AWS_PROXY")
                .integrationUri(Lab.FUNCTION)
                .payloadFormatVersion("2.0")
                .build())
        .integrationId();
  }

  @Test
  void routesAreMadeOneByOne() {
    var api = empty();
    http.stage(api, "$default");
    assertThat(http.lab.get(api, "/a").status()).isEqualTo(404);
    var integration = integration(api);
    var route =
        local.invoke(
            ApiGatewayV2Model.CREATE_ROUTE,
            CreateRouteRequest.builder()
                .apiId(api)
                .routeKey("GET /a")
                .target("integrations/" + integration)
                .build());
    assertThat(http.lab.get(api, "/a").status()).isEqualTo(200);
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayV2Model.DELETE_INTEGRATION,
                    new DeleteIntegrationRequest(api, integration)))
        .hasMessageContaining("still being referenced");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayV2Model.CREATE_ROUTE,
                    CreateRouteRequest.builder().apiId(api).routeKey("GET /a").build()))
        .hasMessage("Route with key GET /a already exists for this API");
    local.invoke(
        ApiGatewayV2Model.UPDATE_ROUTE,
        UpdateRouteRequest.builder()
            .apiId(api)
            .routeId(route.routeId())
            .routeKey("GET /b")
            .build());
    assertThat(http.lab.get(api, "/a").status()).isEqualTo(404);
    assertThat(http.lab.get(api, "/b").status()).isEqualTo(200);
  }

  @Test
  void whatIsLackingIsNamed() {
    var api = empty();
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayV2Model.CREATE_ROUTE,
                    CreateRouteRequest.builder()
                        .apiId(api)
                        .routeKey("GET /a")
                        .authorizationType("JWT")
                        .build()))
        .hasMessage(
            "Invalid authorizer ID specified. Setting the authorization type to JWT requires a"
                + " valid authorizer.");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayV2Model.CREATE_API,
                    CreateApiRequest.builder().name("w").protocolType("WEBSOCKET").build()))
        .hasMessageContaining("WEBSOCKET");
    assertThatThrownBy(
            () ->
                http.deployed(
                    "",
                    ", \"components\": {\"securitySchemes\": {\"j\": {\"x-amazon-apigateway-authorizer\": {\"type\": \"jwt\"}}}}"))
        .hasMessage("Issuer is required for JWT authorizers");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayV2Model.CREATE_DEPLOYMENT,
                    CreateDeploymentRequest.builder().apiId(api).build()))
        .hasMessage("Unable to deploy API because no routes exist in this API");
  }

  @Test
  void theHttpApiOfASamTemplateIsDeployed() {
    var types = new HashMap<String, ResourceType>();
    http.lab.resourceTypes().forEach(type -> types.put(type.name(), type));
    var body =
        HttpLab.document(
            "\"/h\": {\"" + HttpLab.ANY + "\": " + HttpLab.proxy("2.0") + "}",
            ", \"tags\": [{\"name\": \"httpapi:createdBy\", \"x-amazon-apigateway-tag-value\": \"SAM\"}]");
    var type = types.get("AWS::ApiGatewayV2::Api");
    var api =
        type.create(local.call(), request("{\"Body\": " + body + ", \"FailOnWarnings\": true}"));
    var id = api.physicalId();
    assertThat(api.attributes().get("ApiEndpoint").text())
        .startsWith("https://" + id + ".execute-api.");
    var stages = types.get("AWS::ApiGatewayV2::Stage");
    var properties =
        "{\"ApiId\": \""
            + id
            + "\", \"AutoDeploy\": true, \"StageName\": \"$default\", \"Tags\": {\"httpapi:createdBy\": \"SAM\"}}";
    var stage = stages.create(local.call(), request(properties));
    assertThat(stage.physicalId()).isEqualTo("$default");
    assertThat(http.lab.get(id, "/h").status()).isEqualTo(200);
    assertThat(local.invoke(ApiGatewayV2Model.GET_API, new GetApiRequest(id)).tags())
        .containsEntry("httpapi:createdBy", "SAM");
    var changed = "{\"Body\": " + body.replace("/h", "/i") + ", \"FailOnWarnings\": true}";
    type.update(
        local.call(), api, (Json.Obj) Json.parse("{\"Body\": " + body + "}"), request(changed));
    assertThat(http.lab.get(id, "/i").status()).isEqualTo(200);
    stages.delete(local.call(), stage, (Json.Obj) Json.parse(properties));
    type.delete(local.call(), api, Json.Obj.EMPTY);
    type.delete(local.call(), api, Json.Obj.EMPTY);
    assertThat(http.lab.get(id, "/i").status()).isEqualTo(403);
  }

  private static ResourceType.Request request(String properties) {
    return new ResourceType.Request(
        "stack", "Logical", "TOKEN", (Json.Obj) Json.parse(properties), Map.of());
  }
}
