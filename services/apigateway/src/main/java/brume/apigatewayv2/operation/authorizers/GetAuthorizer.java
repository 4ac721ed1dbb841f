package brume.apigatewayv2.operation.authorizers;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetAuthorizerRequest;
import brume.model.apigatewayv2.GetAuthorizerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an authorizer.
public final class GetAuthorizer implements Operation<GetAuthorizerRequest, GetAuthorizerResponse> {
  private final HttpApis apis;

  public GetAuthorizer(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_AUTHORIZER, input);
  }

  @Override
  public GetAuthorizerResponse run(Call call, GetAuthorizerRequest input) {
    var found =
        apis.read(
            call.scope(), input.apiId(), view -> view.get(Kind.AUTHORIZER, input.authorizerId()));
    return Alike.copy(GetAuthorizerResponse.SHAPE, found);
  }
}
