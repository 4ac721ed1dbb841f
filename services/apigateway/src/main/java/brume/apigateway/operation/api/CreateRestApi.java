package brume.apigateway.operation.api;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.NewApi;
import brume.apigateway.rest.PolicyRules;
import brume.apigateway.rest.Unsupported;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateRestApiRequest;
import brume.model.apigateway.RestApi;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a REST API with a root resource and nothing in it.
public final class CreateRestApi implements Operation<CreateRestApiRequest, RestApi> {
  private final RestApis apis;

  public CreateRestApi(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateRestApiRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_REST_API, input);
  }

  @Override
  public RestApi run(Call call, CreateRestApiRequest input) {
    Unsupported.check(input);
    PolicyRules.check(input.policy());
    var wanted = Alike.copy(RestApi.SHAPE, input);
    var definition = NewApi.empty(wanted, call.ids(), call.now());
    return apis.create(call.scope(), definition);
  }
}
