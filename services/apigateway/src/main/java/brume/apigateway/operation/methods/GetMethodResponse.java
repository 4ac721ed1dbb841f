package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.MethodResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetMethodResponseRequest;
import brume.model.apigateway.MethodResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a response of a method.
public final class GetMethodResponse
    implements Operation<GetMethodResponseRequest, MethodResponse> {
  private final RestApis apis;

  public GetMethodResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetMethodResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_METHOD_RESPONSE, input);
  }

  @Override
  public MethodResponse run(Call call, GetMethodResponseRequest input) {
    return apis.read(
        call.scope(),
        input.restApiId(),
        view ->
            MethodResponses.get(
                view.method(input.resourceId(), input.httpMethod()), input.statusCode()));
  }
}
