package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.ParameterRefs;
import brume.cloudformation.sam.part.Routes;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The property `Auth` of a REST API and of its events: authorizers, IAM and API keys.
final class ApiAuth {
  private static final Set<String> API_MEMBERS =
      Set.of(
          "Authorizers",
          "DefaultAuthorizer",
          "AddDefaultAuthorizerToCorsPreflight",
          "ApiKeyRequired",
          "AddApiKeyRequiredToCorsPreflight",
          "InvokeRole");
  private static final Set<String> EVENT_MEMBERS =
      Set.of("Authorizer", "AuthorizationScopes", "ApiKeyRequired", "InvokeRole");
  private static final String IAM = "AWS_IAM";
  private static final Json NONE = Json.object("NONE", Json.Arr.EMPTY);

  private final SamResource api;
  private final Json.Obj auth;
  private final Map<String, Authorizer> authorizers = new LinkedHashMap<>();
  private boolean usesIam;
  private boolean usesKeys;

  ApiAuth(SamResource api, ParameterRefs parameters) {
    this.api = api;
    var property = api.get("Auth");
    auth =
        property != null && parameters.resolve(property) instanceof Json.Obj given
            ? given
            : Json.Obj.EMPTY;
    for (var member : auth.fields().keySet()) {
      if (!API_MEMBERS.contains(member)) {
        throw api.invalid("property Auth." + member + " is not supported");
      }
    }
    if (auth.get("Authorizers") instanceof Json.Obj(Map<String, Json> given)) {
      given.forEach((name, value) -> authorizers.put(name, Authorizer.of(api, name, value)));
    }
    var chosen = defaultAuthorizer();
    if (chosen != null && !chosen.equals(IAM) && !authorizers.containsKey(chosen)) {
      throw api.invalid(
          "Unable to set DefaultAuthorizer because '"
              + chosen
              + "' was not defined in 'Authorizers'.");
    }
  }

  private @Nullable String defaultAuthorizer() {
    var chosen = auth.get("DefaultAuthorizer");
    return chosen == null ? null : chosen.text();
  }

  private static boolean isTrue(@Nullable Json value) {
    return Json.of(true).equals(value);
  }

  /// The method of a route as its event's own `Auth` makes it.
  Json.Obj method(Routes.Route route) {
    if (!(route.event().get("Auth") instanceof Json.Obj own)) {
      return Json.Obj.EMPTY;
    }
    for (var member : own.fields().keySet()) {
      if (!EVENT_MEMBERS.contains(member)) {
        throw route.invalid("property Auth." + member + " is not supported");
      }
    }
    var security = new ArrayList<Json>();
    var name = own.get("Authorizer") instanceof Json.Str(String text) ? text : null;
    if (name != null) {
      security.add(requirement(route, name, own.get("AuthorizationScopes")));
    }
    if (own.get("ApiKeyRequired") instanceof Json.Bool(boolean required)) {
      usesKeys |= required;
      security.add(Json.object(required ? "api_key" : "api_key_false", Json.Arr.EMPTY));
    }
    return security.isEmpty() ? Json.Obj.EMPTY : Json.object("security", new Json.Arr(security));
  }

  /// With IAM the API invokes as the caller unless a role is named, or as itself for `NONE`.
  @Nullable Json credentials(Routes.Route route) {
    var own = route.event().get("Auth") instanceof Json.Obj given ? given : Json.Obj.EMPTY;
    boolean iam =
        Json.of(IAM).equals(own.get("Authorizer"))
            || (IAM.equals(defaultAuthorizer()) && own.fields().isEmpty());
    if (!iam) {
      return null;
    }
    var role = own.has("InvokeRole") ? own.get("InvokeRole") : auth.get("InvokeRole");
    if (Json.of("NONE").equals(role) || role instanceof Json.Null) {
      return null;
    }
    return role == null || Json.of("CALLER_CREDENTIALS").equals(role)
        ? Json.of("arn:aws:iam::*:user/*")
        : role;
  }

  private Json requirement(Routes.Route route, String name, @Nullable Json scopes) {
    switch (name) {
      case IAM -> usesIam = true;
      case "NONE" -> {
        if (defaultAuthorizer() == null) {
          throw route.invalid(
              "Unable to set Authorizer on API method [%s] for path [%s] because 'NONE' is only a valid value when a DefaultAuthorizer on the API is specified."
                  .formatted(route.method(), route.path()));
        }
      }
      default -> {
        if (!authorizers.containsKey(name)) {
          throw route.invalid(
              "Unable to set Authorizer [%s] on API method [%s] for path [%s] because it wasn't defined in the API's Authorizers."
                  .formatted(name, route.method(), route.path()));
        }
      }
    }
    var authorizer = authorizers.get(name);
    var own = authorizer == null ? Json.Arr.EMPTY : authorizer.scopes();
    return Json.object(name, scopes == null ? own : scopes);
  }

  /// Adds definitions, and the default to every method without an authorizer of its own.
  void apply(RestBody body) {
    var definitions = new LinkedHashMap<String, Json>();
    if (body.get("securityDefinitions") instanceof Json.Obj(Map<String, Json> given)) {
      definitions.putAll(given);
    }
    authorizers.forEach((name, authorizer) -> definitions.put(name, authorizer.definition()));
    body.paths().values().forEach(this::secure);
    if (isTrue(auth.get("ApiKeyRequired")) || usesKeys) {
      definitions.put("api_key", header("x-api-key"));
    }
    if (usesIam) {
      definitions.put(
          IAM, header("Authorization").with("x-amazon-apigateway-authtype", Json.of("awsSigv4")));
    }
    if (!definitions.isEmpty()) {
      body.set("securityDefinitions", new Json.Obj(definitions));
    }
  }

  private static Json.Obj header(String name) {
    return Json.object("type", Json.of("apiKey"), "name", Json.of(name), "in", Json.of("header"));
  }

  private void secure(Map<String, Json> methods) {
    methods.replaceAll(
        (name, method) -> {
          if (!(method instanceof Json.Obj object)) {
            return method;
          }
          if (object.get("Fn::If") instanceof Json.Arr choice
              && choice.items().get(1) instanceof Json.Obj inner) {
            var items = new ArrayList<>(choice.items());
            items.set(1, secured(name, inner));
            return Json.object("Fn::If", new Json.Arr(items));
          }
          return secured(name, object);
        });
  }

  private Json.Obj secured(String name, Json.Obj method) {
    if (!method.has("x-amazon-apigateway-integration")) {
      return method;
    }
    var security = new ArrayList<Json>();
    if (method.get("security") instanceof Json.Arr given) {
      security.addAll(given.items());
    }
    boolean preflight = name.equals("options");
    var chosen = defaultAuthorizer();
    if (chosen != null
        && (!preflight
            || !Json.of(false).equals(auth.get("AddDefaultAuthorizerToCorsPreflight")))) {
      addDefault(chosen, security);
    }
    boolean noKey = security.remove((Json) Json.object("api_key_false", Json.Arr.EMPTY));
    Json key = Json.object("api_key", Json.Arr.EMPTY);
    if (isTrue(auth.get("ApiKeyRequired"))
        && !noKey
        && (!preflight || !Json.of(false).equals(auth.get("AddApiKeyRequiredToCorsPreflight")))) {
      security.remove(key);
      security.add(key);
    }
    // A method without any requirement left keeps its mark `NONE`, as the translator leaves it.
    return security.isEmpty() ? method : method.with("security", new Json.Arr(security));
  }

  private void addDefault(String chosen, List<Json> security) {
    if (security.remove(NONE)) {
      return;
    }
    boolean own =
        security.stream()
            .anyMatch(
                s ->
                    s instanceof Json.Obj o
                        && o.fields().keySet().stream()
                            .anyMatch(k -> k.equals(IAM) || authorizers.containsKey(k)));
    if (!own) {
      usesIam |= chosen.equals(IAM);
      var authorizer = authorizers.get(chosen);
      security.add(Json.object(chosen, authorizer == null ? Json.Arr.EMPTY : authorizer.scopes()));
    }
  }

  /// Lets the API invoke the functions that authorize.
  void permissions(Expansion expansion) {
    authorizers.forEach((name, authorizer) -> authorizer.permit(expansion, api, name));
  }
}
