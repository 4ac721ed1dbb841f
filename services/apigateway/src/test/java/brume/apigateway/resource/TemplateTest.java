package brume.apigateway.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetRestApiRequest;
import brume.service.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private final Lab lab = new Lab();
  private final Map<String, ResourceType> types = new HashMap<>();

  TemplateTest() {
    lab.resourceTypes().forEach(type -> types.put(type.name(), type));
  }

  private ResourceType.Resource create(String type, String properties) {
    return type(type).create(lab.local.call(), request(properties));
  }

  private ResourceType type(String type) {
    return Objects.requireNonNull(types.get("AWS::ApiGateway::" + type));
  }

  private static ResourceType.Request request(String properties) {
    return new ResourceType.Request(
        "stack", "Logical", "TOKEN", (Json.Obj) Json.parse(properties), Map.of());
  }

  private static String attribute(ResourceType.Resource resource, String name) {
    return Objects.requireNonNull(resource.attributes().get(name)).text();
  }

  @Test
  void theApiOfASamTemplateIsDeployed() {
    var body = Lab.document("\"/todos\": {\"get\": " + Lab.PROXY + "}");
    var properties =
        "{\"Body\": "
            + body
            + ", \"EndpointConfiguration\": {\"Types\": [\"REGIONAL\"]}, \"Parameters\": {\"endpointConfigurationTypes\": \"REGIONAL\"}, \"BinaryMediaTypes\": [\"image~1png\"]}";
    var api = create("RestApi", properties);
    var id = api.physicalId();
    var first =
        create(
            "Deployment",
            "{\"RestApiId\": \"%s\", \"StageName\": \"Stage\", \"Description\": \"d\"}"
                .formatted(id));
    var stage =
        create(
            "Stage",
            "{\"RestApiId\": \"%s\", \"DeploymentId\": \"%s\", \"StageName\": \"Prod\", \"Variables\": {\"a\": \"b\"}, \"Tags\": [{\"Key\": \"k\", \"Value\": \"v\"}]}"
                .formatted(id, first.physicalId()));
    assertThat(stage.physicalId()).isEqualTo("Prod");
    assertThat(lab.get(id, "/Prod/todos").status()).isEqualTo(200);
    assertThat(Lab.at(lab.event(), "stageVariables", "a")).isEqualTo(Json.of("b"));
    var described = lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(id));
    assertThat(described.endpointConfiguration().types()).containsExactly("REGIONAL");
    assertThat(described.binaryMediaTypes()).containsExactly("image/png");
    assertThat(attribute(api, "RootResourceId")).isEqualTo(described.rootResourceId());
    changeAndDelete(api, properties, first, stage);
  }

  private void changeAndDelete(
      ResourceType.Resource api,
      String before,
      ResourceType.Resource first,
      ResourceType.Resource stage) {
    var id = api.physicalId();
    var after =
        before.replace("/todos", "/other").replace("\"Body\"", "\"Name\": \"named\", \"Body\"");
    type("RestApi").update(lab.local.call(), api, (Json.Obj) Json.parse(before), request(after));
    assertThat(lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(id)).name())
        .isEqualTo("named");
    var second =
        create("Deployment", "{\"RestApiId\": \"%s\", \"StageName\": \"Stage\"}".formatted(id));
    var was =
        "{\"RestApiId\": \"%s\", \"DeploymentId\": \"%s\", \"Variables\": {\"a\": \"b\"}}"
            .formatted(id, first.physicalId());
    var is =
        "{\"RestApiId\": \"%s\", \"DeploymentId\": \"%s\", \"Variables\": {\"c\": \"d\"}}"
            .formatted(id, second.physicalId());
    type("Stage").update(lab.local.call(), stage, (Json.Obj) Json.parse(was), request(is));
    assertThat(lab.get(id, "/Prod/todos").status()).isEqualTo(403);
    assertThat(lab.get(id, "/Prod/other").status()).isEqualTo(200);
    assertThat(lab.event().get("stageVariables").print()).isEqualTo("{\"c\":\"d\"}");
    var named =
        (Json.Obj) Json.parse("{\"RestApiId\": \"%s\", \"StageName\": \"Stage\"}".formatted(id));
    type("Deployment").delete(lab.local.call(), first, named);
    assertThat(lab.get(id, "/Stage/other").status()).isEqualTo(200);
    type("Stage").delete(lab.local.call(), stage, named);
    type("Deployment").delete(lab.local.call(), second, named);
    type("Deployment").delete(lab.local.call(), second, named);
    assertThat(lab.get(id, "/Stage/other").status()).isEqualTo(403);
    type("RestApi").delete(lab.local.call(), api, Json.Obj.EMPTY);
    type("RestApi").delete(lab.local.call(), api, Json.Obj.EMPTY);
    assertThatThrownBy(
            () -> lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(id)))
        .hasMessage("Invalid API identifier specified 000000000000:" + id);
  }

  @Test
  void anApiIsMadeOfItsParts() {
    var api =
        create("RestApi", "{\"Name\": \"parts\", \"Tags\": [{\"Key\": \"k\", \"Value\": \"v\"}]}");
    var id = api.physicalId();
    var resource =
        create(
            "Resource",
            "{\"RestApiId\": \"%s\", \"ParentId\": \"%s\", \"PathPart\": \"{id}\"}"
                .formatted(id, attribute(api, "RootResourceId")));
    create(
        "Model",
        "{\"RestApiId\": \"%s\", \"Name\": \"Thing\", \"Schema\": {\"type\": \"object\"}}"
            .formatted(id));
    create(
        "RequestValidator",
        "{\"RestApiId\": \"%s\", \"Name\": \"v\", \"ValidateRequestParameters\": \"true\"}"
            .formatted(id));
    create(
        "GatewayResponse",
        "{\"RestApiId\": \"%s\", \"ResponseType\": \"DEFAULT_4XX\", \"ResponseParameters\": {\"gatewayresponse.header.X\": \"'1'\"}}"
            .formatted(id));
    create("Account", "{\"CloudWatchRoleArn\": \"arn:aws:iam::000000000000:role/logs\"}");
    var method =
        """
        {"RestApiId": "%s", "ResourceId": "%s", "HttpMethod": "GET", "AuthorizationType": "NONE",
         "MethodResponses": [{"StatusCode": 200, "ResponseModels": {"application/json": "Empty"}}],
         "Integration": {"Type": "AWS", "IntegrationHttpMethod": "POST", "Uri": "%s",
           "RequestTemplates": {"application/json": "{}"},
           "IntegrationResponses": [{"StatusCode": 200}]}}
        """
            .formatted(id, resource.physicalId(), Lab.URI);
    var made = create("Method", method);
    create("Deployment", "{\"RestApiId\": \"%s\", \"StageName\": \"one\"}".formatted(id));
    assertThat(Lab.text(lab.get(id, "/one/5"))).isEqualTo(lab.answer);
    assertThat(lab.get(id, "/one/5/6").headers().first("x")).isEqualTo("1");
    var changed = method.replace("\"AWS\"", "\"AWS_PROXY\"");
    type("Method").update(lab.local.call(), made, (Json.Obj) Json.parse(method), request(changed));
    create("Deployment", "{\"RestApiId\": \"%s\", \"StageName\": \"one\"}".formatted(id));
    assertThat(Lab.text(lab.get(id, "/one/5"))).isEqualTo("hi");
    assertThat(lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(id)).tags())
        .containsEntry("k", "v");
  }

  @Test
  void whatTheTypesDoNotHonourTheyDoNotName() {
    assertThat(type("RestApi").properties()).doesNotContain("MinimumCompressionSize");
    assertThat(type("Stage").properties()).doesNotContain("ClientCertificateId");
    assertThatThrownBy(
            () ->
                create(
                    "Stage",
                    "{\"RestApiId\": \"a\", \"DeploymentId\": \"b\", \"StageName\": \"c\", \"TracingEnabled\": true}"))
        .hasMessage("Brume's API Gateway does not have TracingEnabled yet");
  }
}
