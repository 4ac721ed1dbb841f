package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.LogicalIds;
import brume.cloudformation.sam.part.Routes;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Events `Api` and `HttpApi`: a route of an API, and leave for it to invoke the function.
final class ApiEvents {
  private static final Pattern PARAMETER = Pattern.compile("\\{[a-zA-Z0-9._-]+\\+?}");
  private static final Pattern ALPHANUMERIC = Pattern.compile("[\\p{L}\\p{N}]+");

  private ApiEvents() {}

  static void rest(Expansion expansion, Events.Event event) {
    event.allowOnly(Set.of("Path", "Method", "RestApiId", "Auth", "RequestParameters"));
    var api = api(expansion, event, "RestApiId", "Api", Routes.IMPLICIT_REST);
    var path = text(event, "Path", null);
    var method = text(event, "Method", null);
    expansion.routes(api.logicalId()).add(route(event, path, Routes.method(method), "arn:aws:"));
    var stage = api.text("StageName");
    var suffix = stage == null ? "Stage" : stage;
    var prefix = event.logicalId() + "Permission";
    var id =
        ALPHANUMERIC.matcher(suffix).matches()
            ? prefix + suffix
            : LogicalIds.of(prefix, Json.of(suffix));
    var resource = "${__ApiId__}/${__Stage__}/" + verb(method) + anyParameter(path);
    expansion.add(permission(event, id, "aws", resource, apiId(event, "RestApiId", api)));
  }

  static void http(Expansion expansion, Events.Event event) {
    event.allowOnly(
        Set.of("Path", "Method", "ApiId", "Auth", "TimeoutInMillis", "PayloadFormatVersion"));
    var api = api(expansion, event, "ApiId", "HttpApi", Routes.IMPLICIT_HTTP);
    var path = text(event, "Path", Routes.DEFAULT_PATH);
    var method = text(event, "Method", Routes.ANY);
    expansion
        .routes(api.logicalId())
        .add(route(event, path, Routes.method(method), "arn:${AWS::Partition}:"));
    var resource =
        "${__ApiId__}/${__Stage__}/"
            + (verb(method) + (path.equals(Routes.DEFAULT_PATH) ? "" : anyParameter(path)));
    expansion.add(
        permission(
            event,
            event.logicalId() + "Permission",
            "${AWS::Partition}",
            resource,
            apiId(event, "ApiId", api)));
  }

  private static SamResource api(
      Expansion expansion, Events.Event event, String property, String kind, String implicit) {
    var given = event.get(property);
    var id = given == null ? implicit : Intrinsics.referred(given);
    var api = id == null ? null : expansion.source(id);
    if (api == null || !api.type().equals(SamResource.PREFIX + kind)) {
      throw event.invalid(
          "%s must be a valid reference to an '%s%s' resource in same template."
              .formatted(property, SamResource.PREFIX, kind));
    }
    return api;
  }

  private static Json apiId(Events.Event event, String property, SamResource api) {
    var given = event.get(property);
    return given == null ? Intrinsics.ref(api.logicalId()) : given;
  }

  private static String text(Events.Event event, String property, @Nullable String otherwise) {
    var value =
        event.get(property) == null && otherwise != null
            ? Json.of(otherwise)
            : event.required(property);
    if (value instanceof Json.Str(String text)) {
      return text;
    }
    throw event.invalid("Api Event must have a String specified for '" + property + "'.");
  }

  private static Routes.Route route(Events.Event event, String path, String method, String arn) {
    var uri =
        Intrinsics.sub(
            arn
                + "apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                + event.target().arnVariable()
                + "/invocations");
    return new Routes.Route(
        event.target().function(), event.id(), path, method, uri, event.properties());
  }

  private static String verb(String method) {
    return Routes.method(method).equals(Routes.ANY) ? "*" : method.toUpperCase(Locale.ROOT);
  }

  /// The path as a policy says it: any value of a parameter, no slash at its end.
  private static String anyParameter(String path) {
    var trimmed =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return PARAMETER.matcher(trimmed).replaceAll("*");
  }

  private static Draft permission(
      Events.Event event, String id, String partition, String resource, Json api) {
    return event
        .target()
        .permission(id, "apigateway.amazonaws.com")
        .set(
            "SourceArn",
            Intrinsics.sub(
                "arn:" + partition + ":execute-api:${AWS::Region}:${AWS::AccountId}:" + resource,
                Json.object("__ApiId__", api, "__Stage__", Json.of("*"))));
  }
}
