package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.LogicalIds;
import brume.cloudformation.sam.part.Routes;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `AWS::Serverless::HttpApi`: the HTTP API with its document, and its stage.
public final class HttpApiMacro {
  private static final Set<String> SUPPORTED =
      Set.of(
          "Name",
          "StageName",
          "Tags",
          "PropagateTags",
          "DefinitionBody",
          "StageVariables",
          "CorsConfiguration",
          "AccessLogSettings",
          "DefaultRouteSettings",
          "RouteSettings",
          "FailOnWarnings",
          "Description",
          "DisableExecuteApiEndpoint");
  private static final Map<String, String> CORS =
      Map.of(
          "AllowOrigins",
          "allowOrigins",
          "AllowHeaders",
          "allowHeaders",
          "AllowMethods",
          "allowMethods",
          "ExposeHeaders",
          "exposeHeaders",
          "MaxAge",
          "maxAge",
          "AllowCredentials",
          "allowCredentials");
  private static final Json SAM = Json.of("SAM");
  private static final String CREATED_BY = "httpapi:createdBy";
  private static final String DEFAULT_STAGE = "$default";
  private static final Pattern PARAMETER = Pattern.compile("\\{(.*?)}");

  private final Expansion expansion;
  private final SamResource source;

  public HttpApiMacro(Expansion expansion, SamResource source) {
    this.expansion = expansion;
    this.source = RouteConditions.applied(expansion, source);
  }

  public void expand() {
    source.allowOnly(SUPPORTED);
    var conditions = RouteConditions.of(expansion, source.logicalId());
    var api =
        new Draft(source.logicalId(), "AWS::ApiGatewayV2::Api")
            .attributes(source.ownAttributes())
            .set("Body", document(conditions))
            .set("FailOnWarnings", source.get("FailOnWarnings"));
    expansion.add(api);
    var stage = stage();
    expansion.add(stage);
    expansion.name(source.logicalId() + ".Stage", stage.logicalId());
  }

  private Json.Obj document(RouteConditions conditions) {
    var body =
        source.get("DefinitionBody") instanceof Json.Obj given
            ? given
            : Json.object(
                "openapi", Json.of("3.0.1"),
                "info",
                    Json.object(
                        "version", Json.of("1.0"), "title", Intrinsics.ref("AWS::StackName")),
                "paths", Json.Obj.EMPTY);
    body = body.with("paths", paths(body.get("paths"), conditions));
    var cors = source.get("CorsConfiguration");
    if (cors != null && !Json.of(false).equals(cors)) {
      body = body.with("x-amazon-apigateway-cors", cors(expansion.parameters().resolve(cors)));
    }
    var info = body.get("info") instanceof Json.Obj given ? given : Json.Obj.EMPTY;
    info = with(info, "title", source.get("Name"));
    info = with(info, "description", source.get("Description"));
    body = body.with("info", info).with("tags", tags());
    var disabled = source.get("DisableExecuteApiEndpoint");
    return disabled == null
        ? body
        : body.with(
            "servers",
            Json.array(
                Json.object(
                    "x-amazon-apigateway-endpoint-configuration",
                    Json.object("disableExecuteApiEndpoint", disabled))));
  }

  private static Json.Obj with(Json.Obj object, String name, @Nullable Json value) {
    return value == null ? object : object.with(name, value);
  }

  private Json paths(@Nullable Json given, RouteConditions conditions) {
    var paths = new LinkedHashMap<String, Json>();
    if (given instanceof Json.Obj(Map<String, Json> fields)) {
      paths.putAll(fields);
    }
    for (var route : expansion.routes(source.logicalId()).all()) {
      if (route.event().has("Auth")) {
        throw route.invalid("property Auth of HttpApi events is not supported");
      }
      var item = paths.get(route.path()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
      var method = Intrinsics.onlyIf(route.condition(), method(route));
      paths.put(route.path(), item.with(route.method(), method));
    }
    paths.replaceAll((path, item) -> Intrinsics.onlyIf(conditions.paths().get(path), item));
    return new Json.Obj(paths);
  }

  private static Json.Obj method(Routes.Route route) {
    var version = route.event().get("PayloadFormatVersion");
    var integration =
        Json.object(
            "type", Json.of("aws_proxy"),
            "httpMethod", Json.of("POST"),
            "payloadFormatVersion", version == null ? Json.of("2.0") : version,
            "uri", Intrinsics.onlyIf(route.condition(), route.uri()));
    integration = with(integration, "timeoutInMillis", route.event().get("TimeoutInMillis"));
    var method =
        Json.object("x-amazon-apigateway-integration", integration, "responses", Json.Obj.EMPTY);
    if (route.path().equals(Routes.DEFAULT_PATH)) {
      method = method.with("isDefaultRoute", Json.of(true));
    }
    var parameters = parameters(route.path());
    return parameters.isEmpty() ? method : method.with("parameters", new Json.Arr(parameters));
  }

  private static List<Json> parameters(String path) {
    var parameters = new ArrayList<Json>();
    var matcher = PARAMETER.matcher(path);
    while (matcher.find()) {
      var name = matcher.group(1);
      var plain = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
      parameters.add(
          Json.object("name", Json.of(plain), "in", Json.of("path"), "required", Json.of(true)));
    }
    return parameters;
  }

  private Json cors(Json property) {
    if (property instanceof Json.Bool) {
      return Json.object("allowOrigins", Json.array(Json.of("*")));
    }
    if (!(property instanceof Json.Obj(Map<String, Json> fields))) {
      throw source.invalid("Invalid value for 'Cors' property.");
    }
    if (Intrinsics.isFunction(property)) {
      return Json.object("allowOrigins", property);
    }
    var cors = new LinkedHashMap<String, Json>();
    fields.forEach(
        (name, value) -> {
          var lower = CORS.get(name);
          if (lower == null) {
            throw source.invalid("Invalid key '" + name + "' for 'Cors' property.");
          }
          cors.put(lower, value);
        });
    return new Json.Obj(cors);
  }

  private Json.Obj allTags() {
    var given = source.get("Tags") instanceof Json.Obj tags ? tags : Json.Obj.EMPTY;
    return given.with(CREATED_BY, SAM);
  }

  private Json tags() {
    var tags = new ArrayList<Json>();
    allTags()
        .fields()
        .forEach(
            (name, value) ->
                tags.add(
                    Json.object("name", Json.of(name), "x-amazon-apigateway-tag-value", value)));
    return new Json.Arr(tags);
  }

  private Draft stage() {
    var given = source.get("StageName");
    var name = given == null ? Json.of(DEFAULT_STAGE) : given;
    var draft =
        new Draft(stageId(name.text()), "AWS::ApiGatewayV2::Stage")
            .attributes(source.passedOn())
            .set("ApiId", Intrinsics.ref(source.logicalId()))
            .set("StageName", name);
    for (var property :
        new String[] {
          "StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"
        }) {
      draft.set(property, source.get(property));
    }
    return draft.set("Tags", allTags()).set("AutoDeploy", Json.of(true));
  }

  private String stageId(@Nullable String name) {
    var prefix = source.logicalId();
    if (name == null) {
      return prefix + "Stage";
    }
    if (name.equals(DEFAULT_STAGE)) {
      return prefix + "ApiGatewayDefaultStage";
    }
    return name.chars().allMatch(Character::isLetterOrDigit)
        ? prefix + name + "Stage"
        : LogicalIds.of(prefix + "Stage", Json.of(name));
  }
}
