package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteStageRequest;
import brume.model.apigatewayv2.DeleteStageResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a stage; its deployment stays.
public final class DeleteStage implements Operation<DeleteStageRequest, DeleteStageResponse> {
  private final HttpApis apis;

  public DeleteStage(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteStageRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_STAGE, input);
  }

  @Override
  public DeleteStageResponse run(Call call, DeleteStageRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          draft.delete(Kind.STAGE, input.stageName());
          return new DeleteStageResponse();
        });
  }
}
