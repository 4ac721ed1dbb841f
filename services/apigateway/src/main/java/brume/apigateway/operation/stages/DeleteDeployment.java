package brume.apigateway.operation.stages;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteDeploymentRequest;
import brume.model.apigateway.DeleteDeploymentResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a deployment that no stage uses.
public final class DeleteDeployment
    implements Operation<DeleteDeploymentRequest, DeleteDeploymentResponse> {
  private final RestApis apis;

  public DeleteDeployment(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_DEPLOYMENT, input);
  }

  @Override
  public DeleteDeploymentResponse run(Call call, DeleteDeploymentRequest input) {
    var id = input.deploymentId();
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft -> {
          if (draft.all(Kind.STAGE).stream().anyMatch(stage -> Stages.uses(stage, id))) {
            throw BAD_REQUEST_EXCEPTION.because(
                "Active stages pointing to this deployment must be moved or deleted");
          }
          draft.delete(Kind.DEPLOYMENT, id);
          draft.thaw(id);
          return new DeleteDeploymentResponse();
        });
  }
}
