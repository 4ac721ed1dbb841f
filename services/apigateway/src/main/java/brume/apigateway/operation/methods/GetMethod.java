package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetMethodRequest;
import brume.model.apigateway.Method;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a method with its integration and responses.
public final class GetMethod implements Operation<GetMethodRequest, Method> {
  private final RestApis apis;

  public GetMethod(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetMethodRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_METHOD, input);
  }

  @Override
  public Method run(Call call, GetMethodRequest input) {
    return apis.read(
        call.scope(),
        input.restApiId(),
        view -> view.method(input.resourceId(), input.httpMethod()));
  }
}
