package brume.apigatewayv2.operation.api;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;
import static brume.model.apigatewayv2.ApiGatewayV2Error.NOT_FOUND_EXCEPTION;

import brume.apigateway.export.DocumentText;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.imports.HttpExport;
import brume.base.Bytes;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.ExportApiRequest;
import brume.model.apigatewayv2.ExportApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Writes an API, or what one of its stages answers with, as an OpenAPI document.
public final class ExportApi implements Operation<ExportApiRequest, ExportApiResponse> {
  private final HttpApis apis;

  public ExportApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, ExportApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.EXPORT_API, input);
  }

  @Override
  public ExportApiResponse run(Call call, ExportApiRequest input) {
    if (!input.specification().equals("OAS30")) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid specification: " + input.specification() + ". It must be OAS30");
    }
    var document = export(call, input).document();
    var text =
        switch (input.outputType()) {
          case "JSON" -> DocumentText.json(document);
          case "YAML" -> DocumentText.yaml(document);
          default ->
              throw BAD_REQUEST_EXCEPTION.because("Invalid output type: " + input.outputType());
        };
    return new ExportApiResponse(Bytes.utf8(text));
  }

  private HttpExport export(Call call, ExportApiRequest input) {
    boolean extensions = !Boolean.FALSE.equals(input.includeExtensions());
    var stage = input.stageName();
    if (stage == null) {
      return apis.read(
          call.scope(),
          input.apiId(),
          view ->
              new HttpExport(
                  view.api(),
                  view.all(Kind.ROUTE),
                  view.all(Kind.INTEGRATION),
                  view.all(Kind.AUTHORIZER),
                  extensions));
    }
    var live = apis.live(call.scope(), input.apiId(), stage);
    if (live == null) {
      throw NOT_FOUND_EXCEPTION.because("Invalid Stage identifier specified");
    }
    return new HttpExport(
        live.api(), live.routes(), live.integrations(), live.authorizers(), extensions);
  }
}
