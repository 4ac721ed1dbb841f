package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamException;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The `Globals` section: properties that every resource of a type has unless it says otherwise.
///
/// Lists are joined, objects merged, anything else is the resource's own.
final class Globals {
  private static final Map<String, List<String>> SUPPORTED =
      Map.of(
          "Function",
              words(
                  "Handler Runtime CodeUri DeadLetterQueue Description MemorySize Timeout VpcConfig Environment Tags PropagateTags Tracing KmsKeyArn AutoPublishAlias AutoPublishAliasAllProperties Layers DeploymentPreference RolePath PermissionsBoundary ReservedConcurrentExecutions ProvisionedConcurrencyConfig AssumeRolePolicyDocument EventInvokeConfig FileSystemConfigs CodeSigningConfigArn Architectures SnapStart EphemeralStorage FunctionUrlConfig RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn TenancyConfig DurableConfig CapacityProviderConfig FunctionScalingConfig PublishToLatestPublished VersionDeletionPolicy"),
          "Api",
              words(
                  "Auth Name DefinitionUri CacheClusterEnabled CacheClusterSize MergeDefinitions Variables EndpointConfiguration MethodSettings BinaryMediaTypes MinimumCompressionSize Cors GatewayResponses AccessLogSetting CanarySetting TracingEnabled OpenApiVersion Domain AlwaysDeploy PropagateTags SecurityPolicy EndpointAccessMode"),
          "HttpApi",
              words(
                  "Auth AccessLogSettings StageVariables Tags CorsConfiguration DefaultRouteSettings Domain RouteSettings FailOnWarnings PropagateTags"),
          "SimpleTable", words("SSESpecification"),
          "StateMachine", words("PropagateTags"),
          "LayerVersion", words("PublishLambdaVersion"));

  private final Map<String, Json.Obj> sections = new LinkedHashMap<>();

  private Globals() {}

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  static Globals of(Json section) {
    var globals = new Globals();
    if (!(section instanceof Json.Obj(Map<String, Json> fields))) {
      throw new SamException("'Globals' section is invalid. It must be a non-empty dictionary");
    }
    fields.forEach(globals::add);
    return globals;
  }

  private void add(String name, Json properties) {
    var supported = SUPPORTED.get(name);
    if (supported == null) {
      throw new SamException(
          "'Globals' section is invalid. '"
              + name
              + "' is not supported. Must be one of the following values - "
              + SUPPORTED.keySet().stream().sorted().toList());
    }
    if (!(properties instanceof Json.Obj object)) {
      throw new SamException(
          "'Globals' section is invalid. Value of " + name + " must be a dictionary");
    }
    for (var property : object.fields().keySet()) {
      if (!supported.contains(property)) {
        throw new SamException(
            "'Globals' section is invalid. '%s' is not a supported property of '%s'. Must be one of the following values - %s"
                .formatted(property, name, supported));
      }
    }
    sections.put(SamResource.PREFIX + name, object);
  }

  /// The properties of a resource with those that its type has globally.
  Json.Obj merged(String type, Json.Obj properties, List<String> ignored) {
    var section = sections.get(type);
    if (section == null || ignored.contains("*")) {
      return properties;
    }
    for (var property : ignored) {
      section = section.without(property);
    }
    return (Json.Obj) merge(section, properties);
  }

  private static Json merge(Json global, Json local) {
    if (Intrinsics.isFunction(global) || Intrinsics.isFunction(local)) {
      return local;
    }
    if (global instanceof Json.Obj shared && local instanceof Json.Obj own) {
      var merged = new LinkedHashMap<>(shared.fields());
      own.fields().forEach((name, value) -> merged.merge(name, value, Globals::merge));
      return new Json.Obj(merged);
    }
    if (global instanceof Json.Arr(List<Json> shared)
        && local instanceof Json.Arr(List<Json> own)) {
      var joined = new ArrayList<>(shared);
      joined.addAll(own);
      return new Json.Arr(joined);
    }
    return local;
  }
}
