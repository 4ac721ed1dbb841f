package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.MethodResponses;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteMethodResponseRequest;
import brume.model.apigateway.DeleteMethodResponseResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a response of a method.
public final class DeleteMethodResponse
    implements Operation<DeleteMethodResponseRequest, DeleteMethodResponseResponse> {
  private final RestApis apis;

  public DeleteMethodResponse(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteMethodResponseRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_METHOD_RESPONSE, input);
  }

  @Override
  public DeleteMethodResponseResponse run(Call call, DeleteMethodResponseRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          var method = draft.method(input.resourceId(), input.httpMethod());
          draft.put(input.resourceId(), MethodResponses.without(method, input.statusCode()));
          return new DeleteMethodResponseResponse();
        });
  }
}
