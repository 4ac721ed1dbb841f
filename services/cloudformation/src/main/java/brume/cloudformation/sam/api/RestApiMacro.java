package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.LogicalIds;
import brume.cloudformation.sam.part.S3Location;
import brume.cloudformation.sam.part.SamResource;
import brume.cloudformation.sam.part.TagList;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::Serverless::Api`: the REST API with its document, a deployment and a stage.
public final class RestApiMacro {
  private static final Set<String> SUPPORTED =
      Set.of(
          "Name",
          "StageName",
          "Tags",
          "PropagateTags",
          "DefinitionBody",
          "DefinitionUri",
          "CacheClusterEnabled",
          "CacheClusterSize",
          "Variables",
          "EndpointConfiguration",
          "MethodSettings",
          "BinaryMediaTypes",
          "MinimumCompressionSize",
          "Cors",
          "Auth",
          "GatewayResponses",
          "AccessLogSetting",
          "CanarySetting",
          "TracingEnabled",
          "OpenApiVersion",
          "FailOnWarnings",
          "Description",
          "Mode",
          "ApiKeySourceType",
          "AlwaysDeploy",
          "Policy");

  private final Expansion expansion;
  private final SamResource source;

  public RestApiMacro(Expansion expansion, SamResource source) {
    this.expansion = expansion;
    this.source = RouteConditions.applied(expansion, source);
  }

  public void expand() {
    source.allowOnly(SUPPORTED);
    if (!source.has("StageName")) {
      throw source.invalid("Missing required property 'StageName'.");
    }
    var document = document();
    var api =
        new Draft(source.logicalId(), "AWS::ApiGateway::RestApi")
            .attributes(source.ownAttributes())
            .set("BinaryMediaTypes", source.get("BinaryMediaTypes"))
            .set("MinimumCompressionSize", source.get("MinimumCompressionSize"))
            .set("FailOnWarnings", source.get("FailOnWarnings"))
            .set("Body", document)
            .set("BodyS3Location", document == null ? location() : null)
            .set("Name", source.get("Name"))
            .set("Description", source.get("Description"))
            .set("Mode", source.get("Mode"))
            .set("ApiKeySourceType", source.get("ApiKeySourceType"))
            .set("Policy", source.get("Policy"));
    endpoint(api);
    expansion.add(api);
    var hashed = document == null ? location() : document;
    var deployment = deployment(hashed);
    expansion.add(deployment);
    var stage = stage(deployment.logicalId());
    expansion.add(stage);
    expansion.name(source.logicalId() + ".Deployment", deployment.logicalId());
    expansion.name(source.logicalId() + ".Stage", stage.logicalId());
  }

  private Json.@Nullable Obj document() {
    if (source.has("DefinitionUri")) {
      return null;
    }
    var given = source.get("DefinitionBody");
    var body = given instanceof Json.Obj own ? RestBody.of(own) : RestBody.empty();
    if (given instanceof Json.Obj own && own.has("Fn::Transform")) {
      throw source.invalid("'DefinitionBody' with Fn::Transform must be included before");
    }
    var auth = new ApiAuth(source, expansion.parameters());
    if (given == null) {
      for (var route : expansion.routes(source.logicalId()).all()) {
        body.add(route, auth.method(route), auth.credentials(route));
      }
    }
    var cors = source.get("Cors");
    if (cors != null) {
      body.allowOrigins(Cors.of(source, expansion.parameters().resolve(cors)));
    }
    auth.apply(body);
    GatewayResponses.add(source, body);
    var binary = source.get("BinaryMediaTypes");
    if (binary != null && !Intrinsics.isFunction(binary)) {
      body.set("x-amazon-apigateway-binary-media-types", binaryTypes(binary));
    }
    auth.permissions(expansion);
    var version = source.text("OpenApiVersion");
    var upgraded =
        OpenApi3.upgraded(
            body.document(RouteConditions.of(expansion, source.logicalId()).paths()), version);
    // The translator does it once for the authorizers and once for the whole, so headers nest.
    return source.has("Auth") ? OpenApi3.upgraded(upgraded, version) : upgraded;
  }

  /// Types are written with `~1` for the slash, which Swagger has no trouble with.
  private Json binaryTypes(Json types) {
    return new Json.Arr(
        expansion.parameters().resolve(types).list().stream()
            .map(type -> type instanceof Json.Str(String t) ? Json.of(t.replace("~1", "/")) : type)
            .toList());
  }

  private Json location() {
    var uri = source.get("DefinitionUri");
    if (uri == null) {
      return Json.ofNull();
    }
    var s3 = S3Location.of(source, "DefinitionUri", uri);
    var location = new LinkedHashMap<String, Json>();
    location.put("Bucket", s3.fields().getOrDefault("S3Bucket", Json.ofNull()));
    location.put("Key", s3.fields().getOrDefault("S3Key", Json.ofNull()));
    var version = s3.get("S3ObjectVersion");
    if (version != null) {
      location.put("Version", version);
    }
    return new Json.Obj(location);
  }

  private void endpoint(Draft api) {
    switch (source.get("EndpointConfiguration")) {
      case null -> {}
      case Json.Obj object when object.get("Type") != null -> {
        var type = java.util.Objects.requireNonNull(object.get("Type"));
        var configuration = Json.object("Types", Json.array(type));
        for (var name : new String[] {"VPCEndpointIds", "VpcEndpointIds"}) {
          var ids = object.get(name);
          configuration = ids == null ? configuration : configuration.with("VpcEndpointIds", ids);
        }
        api.set("EndpointConfiguration", configuration);
        api.set("Parameters", Json.object("endpointConfigurationTypes", type));
      }
      case Json type -> {
        api.set("EndpointConfiguration", Json.object("Types", Json.array(type)));
        api.set("Parameters", Json.object("endpointConfigurationTypes", type));
      }
    }
  }

  private Draft deployment(Json hashed) {
    var hash = LogicalIds.hash(hashed);
    var draft =
        new Draft(
                source.logicalId() + "Deployment" + hash.substring(0, LogicalIds.HASH_CHARS),
                "AWS::ApiGateway::Deployment")
            .attributes(source.passedOn())
            .set("Description", "RestApi deployment id: " + hash)
            .set("RestApiId", Intrinsics.ref(source.logicalId()));
    // Without a version of OpenAPI the translator makes a second stage by this name.
    return source.has("OpenApiVersion") ? draft : draft.set("StageName", "Stage");
  }

  private Draft stage(String deployment) {
    var name = source.text("StageName");
    boolean plain = name != null && name.chars().allMatch(Character::isLetterOrDigit);
    var prefix = source.logicalId();
    var logicalId =
        plain
            ? prefix + name + "Stage"
            : name == null ? prefix + "Stage" : LogicalIds.of(prefix + "Stage", Json.of(name));
    var draft =
        new Draft(logicalId, "AWS::ApiGateway::Stage")
            .attributes(source.passedOn())
            .set("RestApiId", Intrinsics.ref(source.logicalId()))
            .set("DeploymentId", Intrinsics.ref(deployment));
    for (var property :
        new String[] {
          "StageName",
          "CacheClusterEnabled",
          "CacheClusterSize",
          "Variables",
          "MethodSettings",
          "AccessLogSetting",
          "CanarySetting",
          "TracingEnabled"
        }) {
      draft.set(property, source.get(property));
    }
    if (source.get("Tags") instanceof Json.Obj(Map<String, Json> _)) {
      draft.set("Tags", new Json.Arr(TagList.of(source.get("Tags"))));
    }
    return draft;
  }
}
