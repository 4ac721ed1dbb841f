package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.AuthorizerRules;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.CreateAuthorizerRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds an authorizer that methods can name.
public final class CreateAuthorizer implements Operation<CreateAuthorizerRequest, Authorizer> {
  private static final int ID_CHARS = 6;

  private final RestApis apis;

  public CreateAuthorizer(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_AUTHORIZER, input);
  }

  @Override
  public Authorizer run(Call call, CreateAuthorizerRequest input) {
    var authorizer =
        AuthorizerRules.created(Alike.copy(Authorizer.SHAPE, input), call.ids().lower(ID_CHARS));
    return apis.change(
        call.scope(), input.restApiId(), draft -> draft.put(Kind.AUTHORIZER, authorizer));
  }
}
