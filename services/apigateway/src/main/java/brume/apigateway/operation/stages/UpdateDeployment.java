package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Deployment;
import brume.model.apigateway.UpdateDeploymentRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes the description of a deployment.
public final class UpdateDeployment implements Operation<UpdateDeploymentRequest, Deployment> {
  private static final Patch MEMBERS = new Patch("description");

  private final RestApis apis;

  public UpdateDeployment(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_DEPLOYMENT, input);
  }

  @Override
  public Deployment run(Call call, UpdateDeploymentRequest input) {
    return apis.change(
        call.scope(),
        input.restApiId(),
        draft ->
            draft.put(
                Kind.DEPLOYMENT,
                MEMBERS.apply(
                    draft.get(Kind.DEPLOYMENT, input.deploymentId()), input.patchOperations())));
  }
}
