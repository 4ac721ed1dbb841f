package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Deployment;
import brume.model.apigateway.GetDeploymentRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a deployment.
public final class GetDeployment implements Operation<GetDeploymentRequest, Deployment> {
  private final RestApis apis;

  public GetDeployment(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_DEPLOYMENT, input);
  }

  @Override
  public Deployment run(Call call, GetDeploymentRequest input) {
    boolean summed = input.embed() != null && input.embed().contains("apisummary");
    return apis.read(
        call.scope(),
        input.restApiId(),
        view -> {
          var deployment = view.get(Kind.DEPLOYMENT, input.deploymentId());
          var frozen = summed ? view.frozen(input.deploymentId()) : null;
          return frozen == null
              ? deployment
              : deployment.toBuilder().apiSummary(frozen.summary()).build();
        });
  }
}
