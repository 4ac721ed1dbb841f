package brume.apigateway.operation.stages;

import brume.apigateway.data.Kind;
import brume.apigateway.data.RestApis;
import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.Deployment;
import brume.model.apigateway.Deployments;
import brume.model.apigateway.GetDeploymentsRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the deployments of an API.
public final class GetDeployments implements Operation<GetDeploymentsRequest, Deployments> {
  private final RestApis apis;

  public GetDeployments(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetDeploymentsRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_DEPLOYMENTS, input);
  }

  @Override
  public Deployments run(Call call, GetDeploymentsRequest input) {
    var all = apis.read(call.scope(), input.restApiId(), view -> view.all(Kind.DEPLOYMENT));
    var page = Part.of(all, Deployment::id, input.position(), input.limit());
    return new Deployments(page.items(), page.next());
  }
}
