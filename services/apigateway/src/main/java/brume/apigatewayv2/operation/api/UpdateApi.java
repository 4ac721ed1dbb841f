package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.rules.ApiRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UpdateApiRequest;
import brume.model.apigatewayv2.UpdateApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes an HTTP API.
public final class UpdateApi implements Operation<UpdateApiRequest, UpdateApiResponse> {
  private final HttpApis apis;

  public UpdateApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UPDATE_API, input);
  }

  @Override
  public UpdateApiResponse run(Call call, UpdateApiRequest input) {
    ApiRules.check(input);
    var changed =
        apis.change(
            call,
            input.apiId(),
            draft -> draft.put(ApiRules.checked(Alike.merge(draft.api(), input))));
    return Alike.copy(UpdateApiResponse.SHAPE, changed);
  }
}
