package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.DeleteDeploymentRequest;
import brume.model.apigateway.DeleteStageRequest;
import brume.model.apigateway.GetStageRequest;
import brume.model.apigateway.UpdateDeploymentRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::Deployment`. `Ref` gives the id, as does `GetAtt` of `DeploymentId`.
public final class DeploymentResource extends ApiResource {
  public DeploymentResource() {
    super("AWS::ApiGateway::Deployment", Set.of("RestApiId", "StageName"), Set.of("Description"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateDeploymentRequest.SHAPE);
    var id = Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_DEPLOYMENT, input).id());
    return Resource.of(id).with("DeploymentId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var operations =
        new Patches(before, request.properties()).value("Description", "/description").operations();
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_DEPLOYMENT,
          new UpdateDeploymentRequest(
              current.physicalId(), operations, required(request.properties(), "RestApiId")));
    }
    return current;
  }

  /// The stage that the deployment named goes with it, unless another deployment has taken it over.
  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var api = required(properties, "RestApiId");
    var stage = optional(properties, "StageName");
    if (stage != null) {
      quietly(() -> deleteStage(call, api, stage, current.physicalId()));
    }
    var input = new DeleteDeploymentRequest(current.physicalId(), api);
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_DEPLOYMENT, input));
  }

  private static void deleteStage(Call call, String api, String stage, String deployment) {
    var found = call.invoke(ApiGatewayModel.GET_STAGE, new GetStageRequest(api, stage));
    if (deployment.equals(found.deploymentId())) {
      call.invoke(ApiGatewayModel.DELETE_STAGE, new DeleteStageRequest(api, stage));
    }
  }
}
