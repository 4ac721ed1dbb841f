package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.imports.HttpImport;
import brume.apigatewayv2.rules.ApiRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.ReimportApiRequest;
import brume.model.apigatewayv2.ReimportApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an OpenAPI document in place of what an API is.
public final class ReimportApi implements Operation<ReimportApiRequest, ReimportApiResponse> {
  private final HttpApis apis;

  public ReimportApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, ReimportApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.REIMPORT_API, input);
  }

  @Override
  public ReimportApiResponse run(Call call, ReimportApiRequest input) {
    var imported = HttpImport.read(input.body(), input.basepath(), input.failOnWarnings());
    var api =
        apis.change(
            call,
            input.apiId(),
            draft -> {
              draft.empty();
              var bare = draft.api().toBuilder().corsConfiguration(null).build();
              draft.put(ApiRules.checked(imported.onto(bare)));
              imported.addTo(draft, call.ids());
              return draft.api();
            });
    return Alike.copy(ReimportApiResponse.SHAPE, imported.told(api));
  }
}
