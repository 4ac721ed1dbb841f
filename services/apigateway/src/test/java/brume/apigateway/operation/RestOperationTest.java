package brume.apigateway.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateAuthorizerRequest;
import brume.model.apigateway.CreateResourceRequest;
import brume.model.apigateway.CreateRestApiRequest;
import brume.model.apigateway.DeleteDeploymentRequest;
import brume.model.apigateway.DeleteIntegrationRequest;
import brume.model.apigateway.DeleteIntegrationResponseRequest;
import brume.model.apigateway.DeleteMethodRequest;
import brume.model.apigateway.DeleteMethodResponseRequest;
import brume.model.apigateway.DeleteResourceRequest;
import brume.model.apigateway.DeleteStageRequest;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.GetDeploymentRequest;
import brume.model.apigateway.GetGatewayResponseRequest;
import brume.model.apigateway.GetGatewayResponsesRequest;
import brume.model.apigateway.GetIntegrationResponseRequest;
import brume.model.apigateway.GetModelsRequest;
import brume.model.apigateway.GetResourceRequest;
import brume.model.apigateway.GetResourcesRequest;
import brume.model.apigateway.GetRestApiRequest;
import brume.model.apigateway.GetRestApisRequest;
import brume.model.apigateway.GetTagsRequest;
import brume.model.apigateway.Model;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.PutGatewayResponseRequest;
import brume.model.apigateway.PutIntegrationRequest;
import brume.model.apigateway.PutIntegrationResponseRequest;
import brume.model.apigateway.PutMethodRequest;
import brume.model.apigateway.PutMethodResponseRequest;
import brume.model.apigateway.Resource;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.TagResourceRequest;
import brume.model.apigateway.UntagResourceRequest;
import brume.model.apigateway.UpdateIntegrationResponseRequest;
import brume.model.apigateway.UpdateMethodRequest;
import brume.model.apigateway.UpdateResourceRequest;
import brume.model.apigateway.UpdateRestApiRequest;
import brume.model.apigateway.UpdateStageRequest;
import brume.testing.Local;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestOperationTest {
  private final Lab lab = new Lab();
  private final Local local = lab.local;
  private final RestApi api = create("one");
  private final String id = api.id();

  private RestApi create(String name) {
    return local.invoke(
        ApiGatewayModel.CREATE_REST_API, CreateRestApiRequest.builder().name(name).build());
  }

  private static PatchOperation patch(String op, String path, String value) {
    return new PatchOperation(null, op, path, value);
  }

  private Resource child(String parent, String part) {
    return local.invoke(
        ApiGatewayModel.CREATE_RESOURCE, new CreateResourceRequest(parent, part, id));
  }

  private void method(String resource, String verb, String authorization, String authorizer) {
    local.invoke(
        ApiGatewayModel.PUT_METHOD,
        PutMethodRequest.builder()
            .restApiId(id)
            .resourceId(resource)
            .httpMethod(verb)
            .authorizationType(authorization)
            .authorizerId(authorizer)
            .build());
  }

  private void integration(String resource, String verb) {
    local.invoke(
        ApiGatewayModel.PUT_INTEGRATION,
        PutIntegrationRequest.builder()
            .restApiId(id)
            .resourceId(resource)
            .httpMethod(verb)
            .type("AWS_PROXY")
            .integrationHttpMethod("POST")
            .uri(Lab.URI)
            .build());
  }

  @Test
  void anApiIsShownWithWhatWasLeftOut() {
    assertThat(api.apiKeySource()).isEqualTo("HEADER");
    assertThat(api.endpointConfiguration().types()).containsExactly("EDGE");
    assertThat(api.createdDate()).isEqualTo(Local.START);
    assertThat(api.id()).matches("[a-z0-9]{10}");
    var models =
        local.invoke(ApiGatewayModel.GET_MODELS, GetModelsRequest.builder().restApiId(id).build());
    assertThat(models.items()).extracting(Model::name).containsExactly("Empty", "Error");
    assertThat(local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(id)))
        .isEqualTo(api);
  }

  @Test
  void apisAreListedInPages() {
    create("two");
    create("three");
    var first = local.invoke(ApiGatewayModel.GET_REST_APIS, new GetRestApisRequest(2, null));
    assertThat(first.items()).hasSize(2);
    var rest =
        local.invoke(ApiGatewayModel.GET_REST_APIS, new GetRestApisRequest(2, first.position()));
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.position()).isNull();
  }

  @Test
  void anApiIsPatched() {
    var patched =
        local.invoke(
            ApiGatewayModel.UPDATE_REST_API,
            UpdateRestApiRequest.builder()
                .restApiId(id)
                .patchOperations(
                    List.of(
                        patch("replace", "/name", "new"),
                        patch("add", "/binaryMediaTypes/image~1png", null),
                        patch("add", "/binaryMediaTypes/image~1gif", null),
                        patch("remove", "/binaryMediaTypes/image~1png", null),
                        patch("replace", "/endpointConfiguration/types/EDGE", "REGIONAL"),
                        patch("replace", "/disableExecuteApiEndpoint", "true")))
                .build());
    assertThat(patched.name()).isEqualTo("new");
    assertThat(patched.binaryMediaTypes()).containsExactly("image/gif");
    assertThat(patched.endpointConfiguration().types()).containsExactly("REGIONAL");
    assertThat(patched.disableExecuteApiEndpoint()).isTrue();
    assertThat(patched.createdDate()).isEqualTo(api.createdDate());
    var wrong =
        UpdateRestApiRequest.builder()
            .restApiId(id)
            .patchOperations(List.of(patch("replace", "/id", "x")));
    assertThatThrownBy(() -> local.invoke(ApiGatewayModel.UPDATE_REST_API, wrong.build()))
        .hasMessageStartingWith(
            "Invalid patch path '/id' specified for op 'replace'. Must be one of: [");
  }

  @Test
  void resourcesAreATree() {
    var a = child(api.rootResourceId(), "a");
    var b = child(a.id(), "{b}");
    child(b.id(), "c");
    assertThat(b.path()).isEqualTo("/a/{b}");
    assertThatThrownBy(() -> child(api.rootResourceId(), "a"))
        .hasMessage("Another resource with the same parent already has this name: a");
    assertThatThrownBy(() -> child(a.id(), "{x}"))
        .hasMessage(
            "A sibling ({b}) of this resource already has a variable path part -- only one is allowed");
    assertThatThrownBy(() -> child(a.id(), "{b"))
        .hasMessageStartingWith("Resource's path part only allow");
    var greedy = child(api.rootResourceId(), "{all+}");
    assertThatThrownBy(() -> child(greedy.id(), "x"))
        .hasMessage("Cannot create a child of a resource with a greedy path variable: {all+}");
    var renamed =
        local.invoke(
            ApiGatewayModel.UPDATE_RESOURCE,
            UpdateResourceRequest.builder()
                .restApiId(id)
                .resourceId(a.id())
                .patchOperations(List.of(patch("replace", "/pathPart", "z")))
                .build());
    assertThat(renamed.path()).isEqualTo("/z");
    assertThat(paths()).containsExactlyInAnyOrder("/", "/z", "/z/{b}", "/z/{b}/c", "/{all+}");
    local.invoke(ApiGatewayModel.DELETE_RESOURCE, new DeleteResourceRequest(b.id(), id));
    assertThat(paths()).containsExactlyInAnyOrder("/", "/z", "/{all+}");
  }

  private List<String> paths() {
    return local
        .invoke(ApiGatewayModel.GET_RESOURCES, GetResourcesRequest.builder().restApiId(id).build())
        .items()
        .stream()
        .map(Resource::path)
        .toList();
  }

  @Test
  void methodsAreShownWhenAskedFor() {
    var root = api.rootResourceId();
    method(root, "GET", "NONE", null);
    integration(root, "GET");
    assertThatThrownBy(() -> method(root, "GET", "NONE", null))
        .hasMessage("Method already exists for this resource");
    var names =
        local.invoke(
            ApiGatewayModel.GET_RESOURCE,
            GetResourceRequest.builder().restApiId(id).resourceId(root).build());
    assertThat(names.resourceMethods().get("GET").httpMethod()).isNull();
    var whole =
        local.invoke(
            ApiGatewayModel.GET_RESOURCE,
            GetResourceRequest.builder()
                .restApiId(id)
                .resourceId(root)
                .embed(List.of("methods"))
                .build());
    assertThat(whole.resourceMethods().get("GET").methodIntegration().timeoutInMillis())
        .isEqualTo(29_000);
    local.invoke(ApiGatewayModel.DELETE_INTEGRATION, new DeleteIntegrationRequest("GET", root, id));
    assertThatThrownBy(() -> lab.deploy(id, "s")).hasMessage("No integration defined for method");
    local.invoke(ApiGatewayModel.DELETE_METHOD, new DeleteMethodRequest("GET", root, id));
    assertThatThrownBy(() -> lab.deploy(id, "s"))
        .hasMessage("The REST API doesn't contain any methods");
  }

  @Test
  void responsesComeAndGo() {
    var root = api.rootResourceId();
    method(root, "GET", "NONE", null);
    integration(root, "GET");
    var response =
        PutMethodResponseRequest.builder()
            .restApiId(id)
            .resourceId(root)
            .httpMethod("GET")
            .statusCode("200")
            .build();
    local.invoke(ApiGatewayModel.PUT_METHOD_RESPONSE, response);
    assertThatThrownBy(() -> local.invoke(ApiGatewayModel.PUT_METHOD_RESPONSE, response))
        .hasMessage("Response already exists for this resource");
    local.invoke(
        ApiGatewayModel.PUT_INTEGRATION_RESPONSE,
        PutIntegrationResponseRequest.builder()
            .restApiId(id)
            .resourceId(root)
            .httpMethod("GET")
            .statusCode("200")
            .build());
    var patched =
        local.invoke(
            ApiGatewayModel.UPDATE_INTEGRATION_RESPONSE,
            UpdateIntegrationResponseRequest.builder()
                .restApiId(id)
                .resourceId(root)
                .httpMethod("GET")
                .statusCode("200")
                .patchOperations(List.of(patch("replace", "/selectionPattern", "2..")))
                .build());
    assertThat(patched.selectionPattern()).isEqualTo("2..");
    local.invoke(
        ApiGatewayModel.DELETE_INTEGRATION_RESPONSE,
        new DeleteIntegrationResponseRequest("GET", root, id, "200"));
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayModel.GET_INTEGRATION_RESPONSE,
                    new GetIntegrationResponseRequest("GET", root, id, "200")))
        .hasMessage("Invalid Response status code specified");
    local.invoke(
        ApiGatewayModel.DELETE_METHOD_RESPONSE,
        new DeleteMethodResponseRequest("GET", root, id, "200"));
  }

  @Test
  void nothingIsOpenThatShouldNotBe() {
    var root = api.rootResourceId();
    assertThatThrownBy(() -> method(root, "GET", "CUSTOM", null))
        .hasMessageStartingWith("Invalid authorizer ID specified.");
    var authorizer =
        local.invoke(
            ApiGatewayModel.CREATE_AUTHORIZER,
            CreateAuthorizerRequest.builder()
                .restApiId(id)
                .name("a")
                .type("TOKEN")
                .authorizerUri(Lab.URI)
                .identitySource("method.request.header.Auth")
                .build());
    method(root, "GET", "CUSTOM", authorizer.id());
    integration(root, "GET");
    lab.deploy(id, "s");
    assertThat(lab.get(id, "/s").status()).isEqualTo(401);
    local.invoke(
        ApiGatewayModel.UPDATE_METHOD,
        UpdateMethodRequest.builder()
            .restApiId(id)
            .resourceId(root)
            .httpMethod("GET")
            .patchOperations(List.of(patch("replace", "/authorizationType", "AWS_IAM")))
            .build());
    lab.deploy(id, "s");
    assertThat(Lab.text(lab.get(id, "/s"))).contains("Missing Authentication Token");
  }

  @Test
  void stagesAndDeploymentsBelongTogether() {
    var root = api.rootResourceId();
    method(root, "GET", "NONE", null);
    integration(root, "GET");
    var deployment = lab.deploy(id, "s");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayModel.DELETE_DEPLOYMENT, new DeleteDeploymentRequest(deployment, id)))
        .hasMessage("Active stages pointing to this deployment must be moved or deleted");
    var summed =
        local.invoke(
            ApiGatewayModel.GET_DEPLOYMENT,
            GetDeploymentRequest.builder()
                .restApiId(id)
                .deploymentId(deployment)
                .embed(List.of("apisummary"))
                .build());
    assertThat(summed.apiSummary().get("/").get("GET").authorizationType()).isEqualTo("NONE");
    var stage =
        local.invoke(
            ApiGatewayModel.UPDATE_STAGE,
            UpdateStageRequest.builder()
                .restApiId(id)
                .stageName("s")
                .patchOperations(List.of(patch("replace", "/variables/color", "red")))
                .build());
    assertThat(stage.variables()).containsEntry("color", "red");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayModel.UPDATE_STAGE,
                    UpdateStageRequest.builder()
                        .restApiId(id)
                        .stageName("s")
                        .patchOperations(List.of(patch("replace", "/clientCertificateId", "1")))
                        .build()))
        .hasMessage("Brume's API Gateway does not have the stage setting /clientCertificateId yet");
    local.invoke(ApiGatewayModel.DELETE_STAGE, new DeleteStageRequest(id, "s"));
    local.invoke(ApiGatewayModel.DELETE_DEPLOYMENT, new DeleteDeploymentRequest(deployment, id));
    assertThat(lab.get(id, "/s").status()).isEqualTo(403);
  }

  @Test
  void tagsOfApisAndStagesAreKept() {
    var arn = "arn:aws:apigateway:us-east-1::/restapis/" + id;
    local.invoke(
        ApiGatewayModel.TAG_RESOURCE, new TagResourceRequest(arn, Map.of("a", "1", "b", "2")));
    local.invoke(ApiGatewayModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, List.of("a")));
    var tags =
        local.invoke(ApiGatewayModel.GET_TAGS, GetTagsRequest.builder().resourceArn(arn).build());
    assertThat(tags.tags()).isEqualTo(Map.of("b", "2"));
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayModel.GET_TAGS,
                    GetTagsRequest.builder().resourceArn("arn:aws:s3:::b").build()))
        .hasMessage("Invalid ARN specified in the request");
  }

  @Test
  void accessIsToThePath() {
    child(api.rootResourceId(), "a");
    var need = local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("apigateway:POST");
    assertThat(need.resource())
        .isEqualTo(
            "arn:aws:apigateway:us-east-1::/restapis/" + id + "/resources/" + api.rootResourceId());
  }

  @Test
  void gatewayResponsesHaveStandards() {
    var all =
        local.invoke(
            ApiGatewayModel.GET_GATEWAY_RESPONSES,
            GetGatewayResponsesRequest.builder().restApiId(id).build());
    assertThat(all.items()).hasSize(21).allMatch(GatewayResponse::defaultResponse);
    local.invoke(
        ApiGatewayModel.PUT_GATEWAY_RESPONSE,
        PutGatewayResponseRequest.builder()
            .restApiId(id)
            .responseType("DEFAULT_4XX")
            .responseParameters(Map.of("gatewayresponse.header.X", "'1'"))
            .build());
    var one =
        local.invoke(
            ApiGatewayModel.GET_GATEWAY_RESPONSE,
            new GetGatewayResponseRequest("UNAUTHORIZED", id));
    assertThat(one.statusCode()).isEqualTo("401");
    assertThat(one.responseParameters()).containsEntry("gatewayresponse.header.X", "'1'");
    assertThatThrownBy(
            () ->
                local.invoke(
                    ApiGatewayModel.GET_GATEWAY_RESPONSE,
                    new GetGatewayResponseRequest("NOPE", id)))
        .hasMessageContaining("NOPE");
  }
}
