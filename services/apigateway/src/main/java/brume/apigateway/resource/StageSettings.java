package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.PatchOperation;
import brume.service.CommonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The property `MethodSettings` of stages, as patches.
final class StageSettings {
  private static final Map<String, String> PATHS =
      Map.of(
          "CachingEnabled", "/caching/enabled",
          "CacheTtlInSeconds", "/caching/ttlInSeconds",
          "CacheDataEncrypted", "/caching/dataEncrypted",
          "ThrottlingBurstLimit", "/throttling/burstLimit",
          "ThrottlingRateLimit", "/throttling/rateLimit",
          "MetricsEnabled", "/metrics/enabled",
          "DataTraceEnabled", "/logging/dataTrace",
          "LoggingLevel", "/logging/loglevel");

  private StageSettings() {}

  static List<PatchOperation> between(Json.Obj before, Json.Obj after) {
    var operations = new ArrayList<>(ofMethods(before, after));
    operations.addAll(group("AccessLogSetting", "/accessLogSettings", LOGS, before, after));
    operations.addAll(group("CanarySetting", "/canarySettings", CANARY, before, after));
    return operations;
  }

  private static final Map<String, String> LOGS =
      Map.of("DestinationArn", "destinationArn", "Format", "format");
  private static final Map<String, String> CANARY =
      Map.of(
          "DeploymentId", "deploymentId",
          "PercentTraffic", "percentTraffic",
          "UseStageCache", "useStageCache");

  private static List<PatchOperation> group(
      String property, String path, Map<String, String> members, Json.Obj before, Json.Obj after) {
    if (after.get(property) == null) {
      return before.get(property) == null
          ? List.of()
          : List.of(new PatchOperation(null, "remove", path, null));
    }
    var was = before.get(property) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var is = (Json.Obj) Objects.requireNonNull(after.get(property));
    var patches = new Patches(was, is);
    members.forEach((name, member) -> patches.value(name, path + '/' + member));
    return patches.map("StageVariableOverrides", path + "/stageVariableOverrides").operations();
  }

  private static List<PatchOperation> ofMethods(Json.Obj before, Json.Obj after) {
    var was = byMethod(before);
    var is = byMethod(after);
    var operations = new ArrayList<PatchOperation>();
    was.keySet().stream()
        .filter(method -> !is.getOrDefault(method, Json.Obj.EMPTY).equals(was.get(method)))
        .forEach(method -> operations.add(new PatchOperation(null, "remove", method, null)));
    is.forEach(
        (method, setting) -> {
          if (!setting.equals(was.get(method))) {
            setting
                .fields()
                .forEach(
                    (name, value) ->
                        operations.add(
                            new PatchOperation(
                                null, "replace", method + path(name), value.text())));
          }
        });
    return operations;
  }

  private static String path(String name) {
    var path = PATHS.get(name);
    if (path == null) {
      throw CommonError.VALIDATION.because("Unsupported property: MethodSettings." + name);
    }
    return path;
  }

  /// The settings of each method by the path that leads to them.
  private static Map<String, Json.Obj> byMethod(Json.Obj properties) {
    var settings = new LinkedHashMap<String, Json.Obj>();
    var given = properties.get("MethodSettings");
    for (var item : given == null ? List.<Json>of() : given.list()) {
      var setting = (Json.Obj) item;
      var path = ApiResource.required(setting, "ResourcePath");
      var verb = ApiResource.required(setting, "HttpMethod");
      var method =
          path.equals("/*") ? "/*/" + verb : (path.equals("/") ? "/~1" : path) + '/' + verb;
      settings.put(method, setting.without("ResourcePath").without("HttpMethod"));
    }
    return settings;
  }
}
