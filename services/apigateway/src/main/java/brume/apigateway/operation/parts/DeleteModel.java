package brume.apigateway.operation.parts;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteModelRequest;
import brume.model.apigateway.DeleteModelResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a model.
public final class DeleteModel implements Operation<DeleteModelRequest, DeleteModelResponse> {
  private final RestApis apis;

  public DeleteModel(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteModelRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_MODEL, input);
  }

  @Override
  public DeleteModelResponse run(Call call, DeleteModelRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.delete(Kind.MODEL, input.modelName());
          return new DeleteModelResponse();
        });
  }
}
