package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.MethodResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.MethodResponse;
import brume.model.apigateway.UpdateMethodResponseRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a response of a method.
public final class UpdateMethodResponse
    implements Operation<UpdateMethodResponseRequest, MethodResponse> {
  private static final Patch MEMBERS = new Patch("responseModels", "responseParameters");

  private final RestApis apis;

  public UpdateMethodResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateMethodResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_METHOD_RESPONSE, input);
  }

  @Override
  public MethodResponse run(Call call, UpdateMethodResponseRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var method = draft.method(input.resourceId(), input.httpMethod());
          var before = MethodResponses.get(method, input.statusCode());
          var response = MEMBERS.apply(before, input.patchOperations());
          draft.put(input.resourceId(), MethodResponses.with(method, response));
          return response;
        });
  }
}
