package brume.apigatewayv2.operation.stages;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.Deployment;
import brume.model.apigatewayv2.GetDeploymentsRequest;
import brume.model.apigatewayv2.GetDeploymentsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the deployments of an API.
public final class GetDeployments
    implements Operation<GetDeploymentsRequest, GetDeploymentsResponse> {
  private final HttpApis apis;

  public GetDeployments(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetDeploymentsRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_DEPLOYMENTS, input);
  }

  @Override
  public GetDeploymentsResponse run(Call call, GetDeploymentsRequest input) {
    var all = apis.read(call.scope(), input.apiId(), view -> view.all(Kind.DEPLOYMENT));
    var page = Part.ofText(all, Deployment::deploymentId, input.nextToken(), input.maxResults());
    return new GetDeploymentsResponse(page.items(), page.next());
  }
}
