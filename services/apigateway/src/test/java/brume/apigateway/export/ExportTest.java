package brume.apigateway.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.apigateway.Mint;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ExportResponse;
import brume.model.apigateway.GetExportRequest;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.ExportApiRequest;
import brume.model.apigatewayv2.ImportApiRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private static final String SCHEME =
      """
      {"type": "apiKey", "name": "Authorization", "in": "header",
       "x-amazon-apigateway-authtype": "cognito_user_pools",
       "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": ["%s"]}}
      """
          .formatted(Mint.POOL_ARN);

  private static final String TODO =
      "\"parameters\": [{\"in\": \"query\", \"name\": \"q\", \"required\": true},"
          + " {\"in\": \"body\", \"name\": \"b\", \"schema\": {\"$ref\": \"#/definitions/Todo\"}}],"
          + " \"x-amazon-apigateway-request-validator\": \"all\", \"responses\"";

  private static final String PARTS =
      """
      "definitions": {"Todo": {"type": "object", "required": ["title"]}},
      "x-amazon-apigateway-request-validators": {"all": {"validateRequestBody": true,
        "validateRequestParameters": true}},
      "x-amazon-apigateway-binary-media-types": ["image/png"],
      "x-amazon-apigateway-gateway-responses": {"UNAUTHORIZED": {"statusCode": "418"}},
      "paths"
      """;

  private final Lab lab = new Lab();

  private String deployed() {
    var document =
        Lab.guarded(
                SCHEME,
                "\"/a\": {\"get\": "
                    + Lab.GUARDED
                    + "}, \"/a/{id}\": {\"post\": "
                    + Lab.PROXY.replace("\"responses\"", TODO)
                    + ", \"x-amazon-apigateway-any-method\": "
                    + Lab.PROXY
                    + "}")
            .replace("\"paths\"", PARTS);
    return lab.deployed(document);
  }

  private ExportResponse export(String api, String type, String accepts, String extensions) {
    return lab.local.invoke(
        ApiGatewayModel.GET_EXPORT,
        GetExportRequest.builder()
            .restApiId(api)
            .stageName("Prod")
            .exportType(type)
            .accepts(accepts)
            .parameters(extensions.isEmpty() ? Map.of() : Map.of("extensions", extensions))
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "swagger, application/json",
    "swagger, application/yaml",
    "oas30, application/json",
    "oas30, application/yaml"
  })
  void whatIsExportedIsImportedAsItWas(String type, String accepts) {
    var first = export(deployed(), type, accepts, "apigateway");
    assertThat(first.contentType()).isEqualTo(accepts);
    var copy = lab.deployed(first.body().toUtf8());
    assertThat(lab.get(copy, "/Prod/a").status()).isEqualTo(418);
    assertThat(lab.get(copy, "/Prod/a/1").status()).isEqualTo(200);
    var post = Lab.request("POST", "/Prod/a/1", "{}");
    assertThat(Lab.text(lab.send(copy, post))).contains("Missing required request parameters: [q]");
    var empty = Lab.request("POST", "/Prod/a/1?q=1", "{}");
    assertThat(Lab.text(lab.send(copy, empty))).contains("Invalid request body");
    var good = Lab.request("POST", "/Prod/a/1?q=1", "{\"title\": \"t\"}");
    assertThat(lab.send(copy, good).status()).isEqualTo(200);
    var again = export(copy, type, accepts, "apigateway").body().toUtf8();
    assertThat(again.replace(copy, "API")).contains("image/png").contains(Mint.POOL_ARN);
  }

  @Test
  void withoutExtensionsNothingTellsWhatIsBehind() {
    var text = export(deployed(), "oas30", "application/json", "").body().toUtf8();
    assertThat(text)
        .doesNotContain("-integration", "-authorizer", "-authtype", "-validator", "-binary");
    var document = Json.parse(text);
    assertThat(Lab.at(document, "openapi")).isEqualTo(Json.of("3.0.1"));
    assertThat(Lab.at(document, "components", "schemas", "Todo", "type"))
        .isEqualTo(Json.of("object"));
    assertThat(Lab.at(document, "paths", "/a", "get", "security").print())
        .isEqualTo("[{\"guard\":[]}]");
  }

  @Test
  void whatIsUnknownIsRefused() {
    var api = deployed();
    assertThatThrownBy(() -> export(api, "raml", "application/json", ""))
        .hasMessage("Invalid export type specified: raml");
    assertThatThrownBy(() -> export(api, "oas30", "text/html", ""))
        .hasMessage("Invalid export format specified: text/html");
    assertThatThrownBy(() -> export(api, "oas30", "application/json", "postman"))
        .hasMessageContaining("the export extension postman");
  }

  @ParameterizedTest
  @CsvSource({"JSON", "YAML"})
  void anHttpApiIsImportedAsItWas(String type) {
    var proxy =
        "{\"security\": [{\"jwt\": [\"read\"]}], \"x-amazon-apigateway-integration\": {\"type\":"
            + " \"aws_proxy\", \"payloadFormatVersion\": \"2.0\", \"uri\": \""
            + Lab.URI
            + "\"}}";
    var document =
        """
        {"openapi": "3.0.1", "info": {"title": "t"}, "paths": {
          "/a": {"get": %1$s}, "/$default": {"x-amazon-apigateway-any-method": %2$s}},
         "x-amazon-apigateway-cors": {"allowOrigins": ["https://a.test"], "maxAge": 5},
         "components": {"securitySchemes": {"jwt": {"type": "oauth2",
           "x-amazon-apigateway-authorizer": {"type": "jwt",
             "identitySource": "$request.header.Authorization",
             "jwtConfiguration": {"issuer": "https://issuer.test", "audience": ["c"]}}}}}}
        """
            .formatted(proxy, proxy.replace("\"security\": [{\"jwt\": [\"read\"]}], ", ""));
    var exported = exported(imported(document), type);
    var copy = imported(exported);
    lab.local.invoke(
        ApiGatewayV2Model.CREATE_STAGE,
        CreateStageRequest.builder().apiId(copy).stageName("$default").autoDeploy(true).build());
    assertThat(lab.get(copy, "/a").status()).isEqualTo(401);
    assertThat(lab.get(copy, "/b").status()).isEqualTo(200);
    var preflight =
        Lab.request(
            "OPTIONS",
            "/a",
            "",
            "Origin",
            "https://a.test",
            "Access-Control-Request-Method",
            "GET");
    assertThat(lab.send(copy, preflight).headers().first("access-control-max-age")).isEqualTo("5");
  }

  private String imported(String document) {
    return lab.local
        .invoke(ApiGatewayV2Model.IMPORT_API, ImportApiRequest.builder().body(document).build())
        .apiId();
  }

  private String exported(String api, String type) {
    return lab.local
        .invoke(
            ApiGatewayV2Model.EXPORT_API,
            ExportApiRequest.builder().apiId(api).outputType(type).specification("OAS30").build())
        .body()
        .toUtf8();
  }
}
