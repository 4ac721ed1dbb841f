package brume.apigatewayv2.operation.authorizers;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UpdateAuthorizerRequest;
import brume.model.apigatewayv2.UpdateAuthorizerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes an authorizer.
public final class UpdateAuthorizer
    implements Operation<UpdateAuthorizerRequest, UpdateAuthorizerResponse> {
  private final HttpApis apis;

  public UpdateAuthorizer(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UPDATE_AUTHORIZER, input);
  }

  @Override
  public UpdateAuthorizerResponse run(Call call, UpdateAuthorizerRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          var before = draft.get(Kind.AUTHORIZER, input.authorizerId());
          var after = AuthorizerRules.checked(Alike.merge(before, input));
          return Alike.copy(UpdateAuthorizerResponse.SHAPE, draft.put(Kind.AUTHORIZER, after));
        });
  }
}
