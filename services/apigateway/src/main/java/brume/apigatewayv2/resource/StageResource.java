package brume.apigatewayv2.resource;

import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.DeleteStageRequest;
import brume.model.apigatewayv2.UpdateStageRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGatewayV2::Stage`. `Ref` gives the name.
public final class StageResource extends HttpResource {
  public StageResource() {
    super(
        "AWS::ApiGatewayV2::Stage",
        Set.of("ApiId", "StageName"),
        Set.of("AutoDeploy", "DeploymentId", "Description", "StageVariables", "Tags"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var own = request.properties().without("Tags");
    var tags = TemplateTags.of(request);
    var input =
        TemplateProperties.read(own, CreateStageRequest.SHAPE).toBuilder().tags(tags).build();
    var made = call.invoke(ApiGatewayV2Model.CREATE_STAGE, input);
    return Resource.of(Objects.requireNonNull(made.stageName()));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    call.invoke(
        ApiGatewayV2Model.UPDATE_STAGE,
        update(request, "StageName", current, UpdateStageRequest.SHAPE));
    var api = required(request.properties(), "ApiId");
    tag(call, "/apis/" + api + "/stages/" + current.physicalId(), TemplateTags.of(request));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteStageRequest(required(properties, "ApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayV2Model.DELETE_STAGE, input));
  }
}
