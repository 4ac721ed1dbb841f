package brume.apigateway.execution;

import brume.apigateway.record.Lacking;
import brume.apigateway.template.Rendered;
import brume.http.Headers;
import brume.model.apigateway.Integration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a request to the server or function behind a method gets of the client's, by
/// `requestParameters`.
///
/// Source: API Gateway Developer Guide, "Parameter mapping source reference for REST APIs".
///
/// @param path by the names in the address
record RequestMapping(
    Map<String, String> path, Map<String, List<String>> query, Map<String, String> headers) {
  private static final Pattern TARGET =
      Pattern.compile("integration\\.request\\.(path|querystring|header)\\.(.+)");
  private static final Pattern SOURCE =
      Pattern.compile("method\\.request\\.(multivalue)?(path|querystring|header)\\.(.+)");

  /// Refuses by name what is not known.
  static void check(Integration integration) {
    for (var entry : parameters(integration).entrySet()) {
      if (!TARGET.matcher(entry.getKey()).matches()) {
        throw Lacking.feature("the request parameter " + entry.getKey());
      }
      if (!SOURCE.matcher(entry.getValue()).matches()) {
        ResponseMapping.checkSource(entry.getValue());
      }
    }
  }

  private static Map<String, String> parameters(Integration integration) {
    var parameters = integration.requestParameters();
    return parameters == null ? Map.of() : parameters;
  }

  static RequestMapping of(Route route, Exchange exchange) {
    var mapping = new RequestMapping(new HashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    parameters(route.integration())
        .forEach(
            (target, source) -> {
              var matcher = TARGET.matcher(target);
              var values = values(source, exchange);
              if (matcher.matches() && !values.isEmpty()) {
                mapping.put(matcher.group(1), matcher.group(2), values);
              }
            });
    return mapping;
  }

  /// With what a template sets over it.
  RequestMapping with(Rendered rendered) {
    rendered
        .request()
        .forEach(
            (place, values) -> values.forEach((name, value) -> put(place, name, List.of(value))));
    return this;
  }

  private void put(String place, String name, List<String> values) {
    switch (place) {
      case "path" -> path.put(name, values.getLast());
      case "querystring" -> query.put(name, values);
      default -> headers.put(name, String.join(",", values));
    }
  }

  private static List<String> values(String source, Exchange exchange) {
    var matcher = SOURCE.matcher(source);
    if (!matcher.matches()) {
      var value = ResponseMapping.value(source, exchange.scope(""), Headers.EMPTY);
      return value == null ? List.of() : List.of(value);
    }
    var all = exchange.parameters(matcher.group(2), matcher.group(3));
    boolean single = matcher.group(1) == null && !all.isEmpty();
    return single ? List.of(all.getLast()) : all;
  }
}
