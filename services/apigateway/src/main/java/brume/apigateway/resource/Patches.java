package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patch operations between what a template said and what it says.
final class Patches {
  private final Json.Obj before;
  private final Json.Obj after;
  private final List<PatchOperation> operations = new ArrayList<>();

  Patches(Json.Obj before, Json.Obj after) {
    this.before = before;
    this.after = after;
  }

  /// For a property that is one value.
  Patches value(String property, String path) {
    var was = before.get(property);
    var is = after.get(property);
    if (is != null && !is.equals(was)) {
      add("replace", path, is.text());
    } else if (is == null && was != null) {
      add("remove", path, null);
    }
    return this;
  }

  /// For a property that is a map of texts.
  Patches map(String property, String path) {
    var was = before.get(property) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var is = after.get(property) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    is.fields()
        .forEach(
            (key, value) -> {
              if (!value.equals(was.get(key))) {
                add("replace", path + '/' + escaped(key), value.text());
              }
            });
    was.fields().keySet().stream()
        .filter(key -> !is.has(key))
        .forEach(key -> add("remove", path + '/' + escaped(key), null));
    return this;
  }

  /// For a property that is a set of texts.
  Patches set(String property, String path) {
    var was = texts(before, property);
    var is = texts(after, property);
    is.stream()
        .filter(item -> !was.contains(item))
        .forEach(item -> add("add", path + '/' + escaped(item), null));
    was.stream()
        .filter(item -> !is.contains(item))
        .forEach(item -> add("remove", path + '/' + escaped(item), null));
    return this;
  }

  private static List<String> texts(Json.Obj object, String property) {
    var value = object.get(property);
    return value == null
        ? List.of()
        : value.texts().stream().map(text -> text.replace("~1", "/")).toList();
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private void add(String op, String path, @Nullable String value) {
    operations.add(new PatchOperation(null, op, path, value));
  }

  List<PatchOperation> operations() {
    return List.copyOf(operations);
  }
}
