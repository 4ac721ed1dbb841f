package brume.apigatewayv2.resource;

import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateDeploymentRequest;
import brume.model.apigatewayv2.DeleteDeploymentRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGatewayV2::Deployment`. `Ref` gives the id, as does `GetAtt` of `DeploymentId`.
public final class DeploymentResource extends HttpResource {
  public DeploymentResource() {
    super("AWS::ApiGatewayV2::Deployment", Set.of("ApiId", "StageName", "Description"), Set.of());
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateDeploymentRequest.SHAPE);
    var made = call.invoke(ApiGatewayV2Model.CREATE_DEPLOYMENT, input);
    var id = Objects.requireNonNull(made.deploymentId());
    return Resource.of(id).with("DeploymentId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteDeploymentRequest(required(properties, "ApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayV2Model.DELETE_DEPLOYMENT, input));
  }
}
