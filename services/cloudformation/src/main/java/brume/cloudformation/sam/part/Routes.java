package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What functions' events ask of one API, in the template's order.
public final class Routes {
  /// @param path as given, such as `/todos/{id}`
  /// @param method in lower case, or `x-amazon-apigateway-any-method`
  /// @param uri of the integration with the function
  /// @param event the event's other properties
  public record Route(
      SamResource function, String eventId, String path, String method, Json uri, Json.Obj event) {
    /// The condition of the function, under which the route exists.
    public @Nullable String condition() {
      return function.condition();
    }

    public SamException invalid(String problem) {
      return SamException.event(function.logicalId(), eventId, problem);
    }
  }

  /// The logical ids of the APIs that events imply which name none.
  public static final String IMPLICIT_REST = "ServerlessRestApi";

  public static final String IMPLICIT_HTTP = "ServerlessHttpApi";

  /// The path of an HTTP API's route that takes what no other does.
  public static final String DEFAULT_PATH = "$default";

  public static final String ANY = "x-amazon-apigateway-any-method";

  private static final Json KEEP = Json.of("Retain");

  private final List<Route> all = new ArrayList<>();

  public void add(Route route) {
    for (var other : all) {
      if (other.path.equals(route.path) && other.method.equals(route.method)) {
        throw route.invalid(
            "API method '%s' defined multiple times for path '%s'."
                .formatted(route.method, route.path));
      }
    }
    all.add(route);
  }

  public List<Route> all() {
    return all;
  }

  /// What becomes of an API that only these routes imply: kept when one of their functions is.
  public @Nullable Json fate(String attribute) {
    Json fate = null;
    for (var route : all) {
      var own = route.function.members().get(attribute);
      if (own != null && !KEEP.equals(fate)) {
        fate = own;
      }
    }
    return fate;
  }

  public static String method(String method) {
    var lower = method.toLowerCase(java.util.Locale.ROOT);
    return lower.equals("any") ? ANY : lower;
  }
}
