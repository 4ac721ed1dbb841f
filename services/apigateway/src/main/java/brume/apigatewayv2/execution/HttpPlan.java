package brume.apigatewayv2.execution;

import brume.apigateway.gateway.PathTree;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.apigatewayv2.rules.RouteRules;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a deployment of an HTTP API froze, made ready to answer requests.
///
/// @param fallback the route that takes what no other does; null when there is none
record HttpPlan(Api api, PathTree<Map<String, Target>> paths, @Nullable Target fallback) {
  private static final String ANY = "ANY";

  /// A route and what it leads to.
  ///
  /// @param authorizer null where the route names none
  record Target(Route route, Integration integration, @Nullable Authorizer authorizer) {
    String key() {
      return route.routeKey();
    }

    /// The path of the route's key.
    String path() {
      int space = key().indexOf(' ');
      return space < 0 ? key() : key().substring(space + 1);
    }
  }

  /// @param parameters of the path, as they were sent
  record Match(Target target, Map<String, String> parameters) {}

  static HttpPlan of(HttpApis.Live live) {
    var integrations = new HashMap<String, Integration>();
    live.integrations()
        .forEach(
            each ->
                integrations.put(
                    IntegrationRules.target(String.valueOf(each.integrationId())), each));
    var authorizers = new HashMap<String, Authorizer>();
    live.authorizers().forEach(each -> authorizers.put(String.valueOf(each.authorizerId()), each));
    var byPath = new TreeMap<String, Map<String, Target>>();
    Target fallback = null;
    for (var route : live.routes()) {
      var integration = integrations.get(String.valueOf(route.target()));
      if (integration == null) {
        continue;
      }
      var target =
          new Target(route, integration, authorizers.get(String.valueOf(route.authorizerId())));
      if (route.routeKey().equals(RouteRules.DEFAULT)) {
        fallback = target;
      } else {
        var verb = route.routeKey().substring(0, route.routeKey().indexOf(' '));
        byPath.computeIfAbsent(target.path(), _ -> new HashMap<>()).put(verb, target);
      }
    }
    var paths = new PathTree<Map<String, Target>>();
    byPath.forEach(paths::add);
    return new HttpPlan(live.api(), paths, fallback);
  }

  /// The most specific route; null when there is none.
  @Nullable Match match(String verb, String path) {
    Predicate<Map<String, Target>> takes =
        verbs -> verbs.containsKey(verb) || verbs.containsKey(ANY);
    var found = paths.findExact(path, takes);
    found = found == null ? paths.find(path, takes) : found;
    if (found != null) {
      var exact = found.value().get(verb);
      var target = exact == null ? found.value().get(ANY) : exact;
      return new Match(Objects.requireNonNull(target), found.parameters());
    }
    return fallback == null ? null : new Match(fallback, Map.of());
  }
}
