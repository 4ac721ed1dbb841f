package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.AuthorizerRules;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.UpdateAuthorizerRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes an authorizer.
public final class UpdateAuthorizer implements Operation<UpdateAuthorizerRequest, Authorizer> {
  private static final Patch MEMBERS =
      new Patch(
          "name",
          "type",
          "authorizerUri",
          "authorizerCredentials",
          "identitySource",
          "identityValidationExpression",
          "authorizerResultTtlInSeconds",
          "providerARNs",
          "authType");

  private final RestApis apis;

  public UpdateAuthorizer(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateAuthorizerRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_AUTHORIZER, input);
  }

  @Override
  public Authorizer run(Call call, UpdateAuthorizerRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft ->
            draft.put(
                Kind.AUTHORIZER,
                AuthorizerRules.checked(
                    MEMBERS.apply(
                        draft.get(Kind.AUTHORIZER, input.authorizerId()),
                        input.patchOperations()))));
  }
}
