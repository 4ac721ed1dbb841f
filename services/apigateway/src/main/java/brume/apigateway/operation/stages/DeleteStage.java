package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteStageRequest;
import brume.model.apigateway.DeleteStageResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a stage; its deployment stays.
public final class DeleteStage implements Operation<DeleteStageRequest, DeleteStageResponse> {
  private final RestApis apis;

  public DeleteStage(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteStageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_STAGE, input);
  }

  @Override
  public DeleteStageResponse run(Call call, DeleteStageRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          draft.delete(Kind.STAGE, input.stageName());
          return new DeleteStageResponse();
        });
  }
}
