package brume.apigateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetResourcesRequest;
import brume.model.apigateway.PutRestApiRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private final Lab lab = new Lab();

  @Test
  void yamlIsReadAndReferencesAreFollowed() {
    var yaml =
        """
        openapi: 3.0.1
        info: {title: pets, version: 1.0}
        paths:
          /pets/{id}:
            parameters:
              - {name: id, in: path, required: true}
            get:
              operationId: getPet
              responses:
                200: {$ref: '#/components/responses/Ok'}
              x-amazon-apigateway-integration:
                $ref: '#/components/x-amazon-apigateway-integrations/fn'
        components:
          responses:
            Ok: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          schemas:
            Pet: {type: object}
          x-amazon-apigateway-integrations:
            fn: {type: aws_proxy, httpMethod: POST, uri: '%s'}
        """
            .formatted(Lab.URI);
    var api = lab.deployed(yaml);
    assertThat(lab.get(api, "/Prod/pets/3").status()).isEqualTo(200);
    assertThat(Lab.at(lab.event(), "requestContext", "operationName")).isEqualTo(Json.of("getPet"));
    var resources =
        lab.local.invoke(
            ApiGatewayModel.GET_RESOURCES,
            GetResourcesRequest.builder().restApiId(api).embed(List.of("methods")).build());
    var method =
        resources.items().stream()
            .filter(each -> each.path().equals("/pets/{id}"))
            .findFirst()
            .orElseThrow()
            .resourceMethods()
            .get("GET");
    assertThat(method.methodResponses().get("200").responseModels())
        .containsEntry("application/json", "Pet");
    assertThat(method.requestParameters()).containsEntry("method.request.path.id", true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|Invalid OpenAPI input",
        "[1]|Invalid OpenAPI input.",
        "{\"swagger\": \"1.2\"}|Unsupported OpenAPI version",
        "{\"swagger\": \"2.0\", \"info\": {}}|Invalid OpenAPI input: info.title is missing"
      })
  void whatIsNoDocumentIsRefused(String text, String message) {
    assertThatThrownBy(() -> lab.imported(text)).hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://169.254.169.254/x|Only references within the document are followed, not http://169.254.169.254/x",
        "other.yaml#/a|Only references within the document are followed, not other.yaml#/a",
        "#/nowhere|Unresolved reference #/nowhere",
        "#/paths/~1|Circular reference #/paths/~1"
      })
  void referencesStayInTheDocument(String reference, String message) {
    assertThatThrownBy(() -> lab.imported(Lab.document("\"/\": {\"$ref\": \"" + reference + "\"}")))
        .hasMessage(message);
  }

  @Test
  void whatIsNotHonouredIsRefusedByName() {
    var document = Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}");
    assertThatThrownBy(
            () ->
                lab.imported(
                    document.replace("\"paths\"", "\"x-amazon-apigateway-cors\": {}, \"paths\"")))
        .hasMessage("Brume's API Gateway does not have x-amazon-apigateway-cors yet");
    assertThatThrownBy(
            () ->
                lab.imported(
                    document.replace("\"type\"", "\"connectionType\": \"VPC_LINK\", \"type\"")))
        .hasMessage("Brume's API Gateway does not have ConnectionType yet");
  }

  @Test
  void securityIsReadAsAsked() {
    var secured = Lab.PROXY.replace("\"responses\"", "\"security\": [{\"%s\": []}], \"responses\"");
    var schemes =
        "\"securityDefinitions\": {\"iam\": {\"type\": \"apiKey\", \"name\": \"Authorization\", \"in\": \"header\", \"x-amazon-apigateway-authtype\": \"awsSigv4\"},"
            + "\"key\": {\"type\": \"apiKey\", \"name\": \"x-api-key\", \"in\": \"header\"}}, \"paths\"";
    var document =
        Lab.document("\"/\": {\"get\": " + secured.formatted("key") + "}")
            .replace("\"paths\"", schemes);
    assertThat(Lab.text(lab.get(lab.deployed(document), "/Prod")))
        .isEqualTo("{\"message\":\"Forbidden\"}");
    lab.deployed(Lab.document("\"/\": {\"get\": " + secured.formatted("NONE") + "}"));
  }

  @Test
  void mergingKeepsWhatWasThere() {
    var api = lab.imported(Lab.document("\"/a\": {\"get\": " + Lab.PROXY + "}"));
    var more =
        Lab.document("\"/a\": {\"post\": " + Lab.PROXY + "}, \"/b\": {\"get\": " + Lab.PROXY + "}");
    lab.local.invoke(
        ApiGatewayModel.PUT_REST_API,
        PutRestApiRequest.builder().restApiId(api).mode("merge").body(Bytes.utf8(more)).build());
    lab.deploy(api, "s");
    assertThat(lab.get(api, "/s/a").status()).isEqualTo(200);
    assertThat(lab.get(api, "/s/b").status()).isEqualTo(200);
    assertThat(lab.send(api, Lab.request("POST", "/s/a", "")).status()).isEqualTo(200);
  }
}
