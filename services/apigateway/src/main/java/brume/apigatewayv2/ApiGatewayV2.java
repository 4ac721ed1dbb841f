package brume.apigatewayv2;

import brume.apigateway.authorizer.FunctionAuthorizers;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Tagged;
import brume.apigatewayv2.operation.api.CreateApi;
import brume.apigatewayv2.operation.api.DeleteApi;
import brume.apigatewayv2.operation.api.DeleteCorsConfiguration;
import brume.apigatewayv2.operation.api.ExportApi;
import brume.apigatewayv2.operation.api.GetApi;
import brume.apigatewayv2.operation.api.GetApis;
import brume.apigatewayv2.operation.api.ImportApi;
import brume.apigatewayv2.operation.api.ReimportApi;
import brume.apigatewayv2.operation.api.UpdateApi;
import brume.apigatewayv2.operation.authorizers.CreateAuthorizer;
import brume.apigatewayv2.operation.authorizers.DeleteAuthorizer;
import brume.apigatewayv2.operation.authorizers.GetAuthorizer;
import brume.apigatewayv2.operation.authorizers.GetAuthorizers;
import brume.apigatewayv2.operation.authorizers.ResetAuthorizersCache;
import brume.apigatewayv2.operation.authorizers.UpdateAuthorizer;
import brume.apigatewayv2.operation.integrations.CreateIntegration;
import brume.apigatewayv2.operation.integrations.DeleteIntegration;
import brume.apigatewayv2.operation.integrations.GetIntegration;
import brume.apigatewayv2.operation.integrations.GetIntegrations;
import brume.apigatewayv2.operation.integrations.UpdateIntegration;
import brume.apigatewayv2.operation.routes.CreateRoute;
import brume.apigatewayv2.operation.routes.DeleteRoute;
import brume.apigatewayv2.operation.routes.GetRoute;
import brume.apigatewayv2.operation.routes.GetRoutes;
import brume.apigatewayv2.operation.routes.UpdateRoute;
import brume.apigatewayv2.operation.stages.CreateDeployment;
import brume.apigatewayv2.operation.stages.CreateStage;
import brume.apigatewayv2.operation.stages.DeleteDeployment;
import brume.apigatewayv2.operation.stages.DeleteStage;
import brume.apigatewayv2.operation.stages.GetDeployment;
import brume.apigatewayv2.operation.stages.GetDeployments;
import brume.apigatewayv2.operation.stages.GetStage;
import brume.apigatewayv2.operation.stages.GetStages;
import brume.apigatewayv2.operation.stages.UpdateStage;
import brume.apigatewayv2.operation.tags.GetTags;
import brume.apigatewayv2.operation.tags.TagResource;
import brume.apigatewayv2.operation.tags.UntagResource;
import brume.apigatewayv2.resource.ApiResource;
import brume.apigatewayv2.resource.AuthorizerResource;
import brume.apigatewayv2.resource.DeploymentResource;
import brume.apigatewayv2.resource.IntegrationResource;
import brume.apigatewayv2.resource.RouteResource;
import brume.apigatewayv2.resource.StageResource;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.service.Service;

/// The service for HTTP APIs.
public final class ApiGatewayV2 {
  private ApiGatewayV2() {}

  public static Service service(HttpApis apis, FunctionAuthorizers functions) {
    var tagged = new Tagged(apis);
    return Service.of(ApiGatewayV2Model.SERVICE)
        .operations(
            new CreateApi(apis),
            new GetApi(apis),
            new GetApis(apis),
            new UpdateApi(apis),
            new DeleteApi(apis),
            new DeleteCorsConfiguration(apis),
            new ImportApi(apis),
            new ReimportApi(apis),
            new ExportApi(apis))
        .operations(
            new CreateIntegration(apis),
            new GetIntegration(apis),
            new GetIntegrations(apis),
            new UpdateIntegration(apis),
            new DeleteIntegration(apis))
        .operations(
            new CreateAuthorizer(apis),
            new GetAuthorizer(apis),
            new GetAuthorizers(apis),
            new UpdateAuthorizer(apis),
            new DeleteAuthorizer(apis),
            new ResetAuthorizersCache(apis, functions))
        .operations(
            new CreateRoute(apis),
            new GetRoute(apis),
            new GetRoutes(apis),
            new UpdateRoute(apis),
            new DeleteRoute(apis))
        .operations(
            new CreateDeployment(apis),
            new GetDeployment(apis),
            new GetDeployments(apis),
            new DeleteDeployment(apis),
            new CreateStage(apis),
            new GetStage(apis),
            new GetStages(apis),
            new UpdateStage(apis),
            new DeleteStage(apis))
        .operations(new TagResource(tagged), new UntagResource(tagged), new GetTags(tagged))
        .resourceTypes(
            new ApiResource(),
            new IntegrationResource(),
            new RouteResource(),
            new AuthorizerResource(),
            new StageResource(),
            new DeploymentResource())
        .build();
  }
}
