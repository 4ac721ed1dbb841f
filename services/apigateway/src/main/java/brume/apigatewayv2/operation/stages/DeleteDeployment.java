package brume.apigatewayv2.operation.stages;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteDeploymentRequest;
import brume.model.apigatewayv2.DeleteDeploymentResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a deployment that no stage uses.
public final class DeleteDeployment
    implements Operation<DeleteDeploymentRequest, DeleteDeploymentResponse> {
  private final HttpApis apis;

  public DeleteDeployment(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_DEPLOYMENT, input);
  }

  @Override
  public DeleteDeploymentResponse run(Call call, DeleteDeploymentRequest input) {
    var id = input.deploymentId();
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          if (draft.all(Kind.STAGE).stream().anyMatch(stage -> id.equals(stage.deploymentId()))) {
            throw BAD_REQUEST_EXCEPTION.because(
                "Active stages pointing to this deployment must be moved or deleted");
          }
          draft.delete(Kind.DEPLOYMENT, id);
          draft.thaw(id);
          return new DeleteDeploymentResponse();
        });
  }
}
