package brume.apigateway.resource;

import brume.apigateway.record.PathAccess;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateStageRequest;
import brume.model.apigateway.DeleteStageRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UpdateStageRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::Stage`. `Ref` gives the name.
public final class StageResource extends ApiResource {
  public StageResource() {
    super(
        "AWS::ApiGateway::Stage",
        Set.of("RestApiId", "StageName"),
        Set.of(
            "DeploymentId",
            "Description",
            "Variables",
            "TracingEnabled",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "MethodSettings",
            "AccessLogSetting",
            "CanarySetting",
            "Tags"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var own =
        request
            .properties()
            .without("Tags")
            .without("MethodSettings")
            .without("AccessLogSetting")
            .without("CanarySetting");
    var input = TemplateProperties.read(own, CreateStageRequest.SHAPE).toBuilder();
    var tags = TemplateTags.of(request);
    var made =
        call.invoke(ApiGatewayModel.CREATE_STAGE, input.tags(tags.isEmpty() ? null : tags).build());
    var name = Objects.requireNonNull(made.stageName());
    var settings = StageSettings.between(Json.Obj.EMPTY, request.properties());
    if (!settings.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_STAGE,
          new UpdateStageRequest(settings, required(own, "RestApiId"), name));
    }
    return Resource.of(name);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var api = required(request.properties(), "RestApiId");
    List<PatchOperation> operations =
        new Patches(before, request.properties())
            .value("DeploymentId", "/deploymentId")
            .value("Description", "/description")
            .value("TracingEnabled", "/tracingEnabled")
            .value("CacheClusterEnabled", "/cacheClusterEnabled")
            .value("CacheClusterSize", "/cacheClusterSize")
            .map("Variables", "/variables")
            .operations();
    operations = new ArrayList<>(operations);
    operations.addAll(StageSettings.between(before, request.properties()));
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_STAGE,
          new UpdateStageRequest(operations, api, current.physicalId()));
    }
    var arn = PathAccess.arn(call.scope(), "/restapis/" + api + "/stages/" + current.physicalId());
    Tagging.set(call, arn, TemplateTags.of(request));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteStageRequest(required(properties, "RestApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_STAGE, input));
  }
}
