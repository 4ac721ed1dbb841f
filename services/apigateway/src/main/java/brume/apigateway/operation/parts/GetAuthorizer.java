package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.GetAuthorizerRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an authorizer.
public final class GetAuthorizer implements Operation<GetAuthorizerRequest, Authorizer> {
  private final RestApis apis;

  public GetAuthorizer(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_AUTHORIZER, input);
  }

  @Override
  public Authorizer run(Call call, GetAuthorizerRequest input) {
    return apis.read(
        call.scope(), input.restApiId(), view -> view.get(Kind.AUTHORIZER, input.authorizerId()));
  }
}
