package brume.apigatewayv2;

import brume.apigateway.Lab;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.ImportApiRequest;

/// HTTP APIs in memory.
final class HttpLab {
  final Lab lab = new Lab();

  /// Makes an API of a document's paths behind a `$default` stage that deploys by itself.
  ///
  /// @param more members of the document, each with a comma before it
  String deployed(String paths, String more) {
    var api =
        lab.local.invoke(
            ApiGatewayV2Model.IMPORT_API,
            ImportApiRequest.builder().body(document(paths, more)).build());
    stage(api.apiId(), "$default");
    return api.apiId();
  }

  void stage(String api, String name) {
    lab.local.invoke(
        ApiGatewayV2Model.CREATE_STAGE,
        CreateStageRequest.builder().apiId(api).stageName(name).autoDeploy(true).build());
  }

  static String document(String paths, String more) {
    return "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"t\"}, \"paths\": {"
        + paths
        + "}"
        + more
        + "}";
  }

  static String proxy(String version) {
    return "{\"responses\": {}, \"x-amazon-apigateway-integration\": {\"type\": \"aws_proxy\", \"httpMethod\": \"POST\","
        + " \"payloadFormatVersion\": \""
        + version
        + "\", \"uri\": \""
        + Lab.URI
        + "\"}}";
  }

  static final String ANY = "x-amazon-apigateway-any-method";
}
