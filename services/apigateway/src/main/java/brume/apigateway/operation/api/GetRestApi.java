package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.data.View;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetRestApiRequest;
import brume.model.apigateway.RestApi;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a REST API.
public final class GetRestApi implements Operation<GetRestApiRequest, RestApi> {
  private final RestApis apis;

  public GetRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_REST_API, input);
  }

  @Override
  public RestApi run(Call call, GetRestApiRequest input) {
    return apis.read(call.scope(), input.restApiId(), View::api);
  }
}
