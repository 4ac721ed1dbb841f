package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetDeploymentRequest;
import brume.model.apigatewayv2.GetDeploymentResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a deployment.
public final class GetDeployment implements Operation<GetDeploymentRequest, GetDeploymentResponse> {
  private final HttpApis apis;

  public GetDeployment(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetDeploymentRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_DEPLOYMENT, input);
  }

  @Override
  public GetDeploymentResponse run(Call call, GetDeploymentRequest input) {
    var found =
        apis.read(
            call.scope(), input.apiId(), view -> view.get(Kind.DEPLOYMENT, input.deploymentId()));
    return Alike.copy(GetDeploymentResponse.SHAPE, found);
  }
}
