package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetApisRequest;
import brume.model.apigatewayv2.GetApisResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the HTTP APIs of the account.
public final class GetApis implements Operation<GetApisRequest, GetApisResponse> {
  private final HttpApis apis;

  public GetApis(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetApisRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_APIS, input);
  }

  @Override
  public GetApisResponse run(Call call, GetApisRequest input) {
    var page =
        Part.ofText(apis.all(call.scope()), Api::apiId, input.nextToken(), input.maxResults());
    return new GetApisResponse(page.items(), page.next());
  }
}
