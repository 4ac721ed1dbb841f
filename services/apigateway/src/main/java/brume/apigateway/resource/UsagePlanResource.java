package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateUsagePlanRequest;
import brume.model.apigateway.DeleteUsagePlanRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UpdateUsagePlanRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::UsagePlan`. `Ref` gives the id, as does `GetAtt` of `Id`.
public final class UsagePlanResource extends ApiResource {
  private static final int MAX_NAME = 128;

  public UsagePlanResource() {
    super(
        "AWS::ApiGateway::UsagePlan",
        Set.of(),
        Set.of("ApiStages", "Description", "Quota", "Throttle", "UsagePlanName"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var name = optional(request.properties(), "UsagePlanName");
    var given =
        request
            .properties()
            .without("UsagePlanName")
            .with("Name", Json.of(name == null ? request.generatedName(MAX_NAME) : name));
    var input = TemplateProperties.read(given, CreateUsagePlanRequest.SHAPE);
    var id = Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_USAGE_PLAN, input).id());
    return Resource.of(id).with("Id", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var after = request.properties();
    var operations = new ArrayList<>(stages(before, after));
    operations.addAll(
        new Patches(before, after)
            .value("Description", "/description")
            .value("UsagePlanName", "/name")
            .operations());
    for (var group : List.of("Quota", "Throttle")) {
      operations.addAll(limits(group, before, after));
    }
    patch(call, current, operations);
    return current;
  }

  private static List<PatchOperation> limits(String group, Json.Obj before, Json.Obj after) {
    var path = '/' + group.toLowerCase(java.util.Locale.ROOT);
    if (after.get(group) == null) {
      return before.get(group) == null
          ? List.of()
          : List.of(new PatchOperation(null, "remove", path, null));
    }
    var was = before.get(group) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var is = after.get(group) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var patches = new Patches(was, is);
    var names =
        group.equals("Quota")
            ? Map.of("Limit", "limit", "Period", "period", "Offset", "offset")
            : Map.of("RateLimit", "rateLimit", "BurstLimit", "burstLimit");
    names.forEach((name, member) -> patches.value(name, path + '/' + member));
    return patches.operations();
  }

  private static List<PatchOperation> stages(Json.Obj before, Json.Obj after) {
    var was = byStage(before);
    var is = byStage(after);
    var operations = new ArrayList<PatchOperation>();
    was.forEach(
        (name, stage) -> {
          if (!stage.equals(is.get(name))) {
            operations.add(new PatchOperation(null, "remove", "/apiStages", name));
          }
        });
    is.forEach(
        (name, stage) -> {
          if (!stage.equals(was.get(name))) {
            operations.add(new PatchOperation(null, "add", "/apiStages", name));
            operations.addAll(throttles(name, stage));
          }
        });
    return operations;
  }

  private static List<PatchOperation> throttles(String name, Json.Obj stage) {
    var operations = new ArrayList<PatchOperation>();
    var throttle = stage.get("Throttle") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    throttle
        .fields()
        .forEach(
            (method, limits) ->
                operations.addAll(
                    new Patches(Json.Obj.EMPTY, (Json.Obj) limits)
                        .value("RateLimit", path(name, method) + "/rateLimit")
                        .value("BurstLimit", path(name, method) + "/burstLimit")
                        .operations()));
    return operations;
  }

  private static String path(String stage, String method) {
    int slash = method.lastIndexOf('/');
    var resource = method.substring(0, Math.max(0, slash)).replace("~", "~0").replace("/", "~1");
    return "/apiStages/" + stage + "/throttle/" + resource + '/' + method.substring(slash + 1);
  }

  private static Map<String, Json.Obj> byStage(Json.Obj properties) {
    var stages = new LinkedHashMap<String, Json.Obj>();
    var given = properties.get("ApiStages");
    for (var item : given == null ? List.<Json>of() : given.list()) {
      var stage = (Json.Obj) item;
      stages.put(required(stage, "ApiId") + ':' + required(stage, "Stage"), stage);
    }
    return stages;
  }

  private static void patch(Call call, Resource current, List<PatchOperation> operations) {
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_USAGE_PLAN,
          new UpdateUsagePlanRequest(operations, current.physicalId()));
    }
  }

  /// The stages leave the plan first: only then can it go.
  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    quietly(
        () -> {
          patch(call, current, stages(properties, Json.Obj.EMPTY));
          call.invoke(
              ApiGatewayModel.DELETE_USAGE_PLAN, new DeleteUsagePlanRequest(current.physicalId()));
        });
  }
}
