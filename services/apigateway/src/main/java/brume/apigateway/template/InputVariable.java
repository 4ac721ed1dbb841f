package brume.apigateway.template;

import brume.json.Json;
import brume.json.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `$input`, as templates see it. Public, because Velocity calls it.
///
/// Source: API Gateway Developer Guide, "Variables for data transformations for API Gateway".
public final class InputVariable {
  private final TemplateVariables scope;
  private @Nullable Json parsed;

  InputVariable(TemplateVariables scope) {
    this.scope = scope;
  }

  public String getBody() {
    return scope.body();
  }

  private Json root() {
    if (parsed == null) {
      try {
        parsed = scope.body().isBlank() ? Json.Obj.EMPTY : Json.parse(scope.body());
      } catch (JsonException _) {
        parsed = Json.of(scope.body());
      }
    }
    return parsed;
  }

  /// The value at a path as JSON; empty when there is none.
  public String json(String path) {
    var found = JsonPath.read(root(), path);
    return found == null ? "" : found.print();
  }

  /// The value at a path, to be worked with.
  public @Nullable Object path(String path) {
    return Values.of(JsonPath.read(root(), path));
  }

  /// A parameter of path, query or headers; empty when there is none.
  public String params(String name) {
    var value = scope.parameters().find(name);
    return value == null ? "" : value;
  }

  public Map<String, Map<String, String>> params() {
    return scope.parameters().all();
  }
}
