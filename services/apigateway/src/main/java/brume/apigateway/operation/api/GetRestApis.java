package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetRestApisRequest;
import brume.model.apigateway.RestApi;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the REST APIs of the account.
public final class GetRestApis
    implements Operation<GetRestApisRequest, brume.model.apigateway.RestApis> {
  private final RestApis apis;

  public GetRestApis(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRestApisRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_REST_APIS, input);
  }

  @Override
  public brume.model.apigateway.RestApis run(Call call, GetRestApisRequest input) {
    var page = Part.of(apis.all(call.scope()), RestApi::id, input.position(), input.limit());
    return new brume.model.apigateway.RestApis(page.items(), page.next());
  }
}
