package brume.logs.pattern;

import brume.json.Json;
import java.util.ArrayList;
import java.util.List;

/// A way to fields of a JSON value, such as `$.users[0].name`.
record Selector(List<Step> steps) {
  sealed interface Step {
    record Field(String name) implements Step {}

    record Index(int index) implements Step {}

    /// All fields of an object, all items of an array.
    record Any() implements Step {}
  }

  /// The values there; none when there is no such field.
  List<Json> of(Json root) {
    var values = List.of(root);
    for (var step : steps) {
      var next = new ArrayList<Json>();
      values.forEach(value -> follow(step, value, next));
      values = next;
    }
    return values;
  }

  private static void follow(Step step, Json value, List<Json> found) {
    switch (step) {
      case Step.Field(var name) -> {
        var field = value instanceof Json.Obj object ? object.get(name) : null;
        if (field != null) {
          found.add(field);
        }
      }
      case Step.Index(var index) -> {
        if (value instanceof Json.Arr(var items) && index < items.size()) {
          found.add(items.get(index));
        }
      }
      case Step.Any() -> {
        switch (value) {
          case Json.Obj(var fields) -> found.addAll(fields.values());
          case Json.Arr(var items) -> found.addAll(items);
          default -> {}
        }
      }
    }
  }
}
