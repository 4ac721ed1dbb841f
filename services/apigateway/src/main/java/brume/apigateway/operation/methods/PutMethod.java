package brume.apigateway.operation.methods;

import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.Resources;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Method;
import brume.model.apigateway.PutMethodRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a method to a resource.
public final class PutMethod implements Operation<PutMethodRequest, Method> {
  private final RestApis apis;

  public PutMethod(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, PutMethodRequest input) {
    return PathAccess.to(call, ApiGatewayModel.PUT_METHOD, input);
  }

  @Override
  public Method run(Call call, PutMethodRequest input) {
    var method = MethodRules.checked(Alike.copy(Method.SHAPE, input));
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          if (Resources.methods(draft.get(Kind.RESOURCE, input.resourceId()))
              .containsKey(input.httpMethod())) {
            throw CONFLICT_EXCEPTION.because("Method already exists for this resource");
          }
          MethodRules.checkAuthorizer(method, draft);
          return draft.put(input.resourceId(), method);
        });
  }
}
