package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Method;
import brume.model.apigateway.UpdateMethodRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a method.
public final class UpdateMethod implements Operation<UpdateMethodRequest, Method> {
  private static final Patch MEMBERS =
      new Patch(
          "authorizationType",
          "authorizerId",
          "authorizationScopes",
          "apiKeyRequired",
          "operationName",
          "requestModels",
          "requestParameters",
          "requestValidatorId");

  private final RestApis apis;

  public UpdateMethod(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateMethodRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_METHOD, input);
  }

  @Override
  public Method run(Call call, UpdateMethodRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var before = draft.method(input.resourceId(), input.httpMethod());
          var method = MethodRules.checked(MEMBERS.apply(before, input.patchOperations()));
          MethodRules.checkAuthorizer(method, draft);
          return draft.put(input.resourceId(), method);
        });
  }
}
