package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.imports.HttpImport;
import brume.apigatewayv2.rules.ApiRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.ImportApiRequest;
import brume.model.apigatewayv2.ImportApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an HTTP API of an OpenAPI document.
public final class ImportApi implements Operation<ImportApiRequest, ImportApiResponse> {
  private final HttpApis apis;

  public ImportApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, ImportApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.IMPORT_API, input);
  }

  @Override
  public ImportApiResponse run(Call call, ImportApiRequest input) {
    var imported = HttpImport.read(input.body(), input.basepath(), input.failOnWarnings());
    var api = ApiRules.settled(imported.onto(ApiRules.named(imported.title())), call);
    var made = apis.create(call, api, draft -> imported.addTo(draft, call.ids()));
    return Alike.copy(ImportApiResponse.SHAPE, imported.told(made));
  }
}
