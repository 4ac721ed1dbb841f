package brume.apigateway.operation.methods;

import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteMethodRequest;
import brume.model.apigateway.DeleteMethodResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a method.
public final class DeleteMethod implements Operation<DeleteMethodRequest, DeleteMethodResponse> {
  private final RestApis apis;

  public DeleteMethod(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteMethodRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_METHOD, input);
  }

  @Override
  public DeleteMethodResponse run(Call call, DeleteMethodRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.deleteMethod(input.resourceId(), input.httpMethod());
          return new DeleteMethodResponse();
        });
  }
}
