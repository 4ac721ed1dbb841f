package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.rules.ApiRules;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateApiRequest;
import brume.model.apigatewayv2.CreateApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an HTTP API: an empty one, or one whose default route has a target.
public final class CreateApi implements Operation<CreateApiRequest, CreateApiResponse> {
  private final HttpApis apis;

  public CreateApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_API, input);
  }

  @Override
  public CreateApiResponse run(Call call, CreateApiRequest input) {
    ApiRules.check(input);
    var api = ApiRules.settled(Alike.copy(Api.SHAPE, input), call);
    var made =
        apis.create(
            call,
            api,
            draft -> {
              if (input.target() != null) {
                QuickCreate.add(draft, input, call);
              }
            });
    return Alike.copy(CreateApiResponse.SHAPE, made);
  }
}
