package brume.apigatewayv2.operation.authorizers;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.CreateAuthorizerRequest;
import brume.model.apigatewayv2.CreateAuthorizerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds an authorizer that routes can name.
public final class CreateAuthorizer
    implements Operation<CreateAuthorizerRequest, CreateAuthorizerResponse> {
  private final HttpApis apis;

  public CreateAuthorizer(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_AUTHORIZER, input);
  }

  @Override
  public CreateAuthorizerResponse run(Call call, CreateAuthorizerRequest input) {
    var authorizer = AuthorizerRules.created(Alike.copy(Authorizer.SHAPE, input), call.ids());
    return apis.change(
        call,
        input.apiId(),
        draft ->
            Alike.copy(CreateAuthorizerResponse.SHAPE, draft.put(Kind.AUTHORIZER, authorizer)));
  }
}
