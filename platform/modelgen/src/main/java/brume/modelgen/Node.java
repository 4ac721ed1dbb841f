package brume.modelgen;

import brume.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of a model file, read with defaults for what is absent.
record Node(Json.Obj json) {
  static Node of(@Nullable Json json) {
    return new Node(json instanceof Json.Obj object ? object : Json.Obj.EMPTY);
  }

  Node node(String key) {
    return of(json.get(key));
  }

  boolean has(String key) {
    return json.has(key);
  }

  boolean flag(String key) {
    return json.get(key) instanceof Json.Bool(boolean value) && value;
  }

  @Nullable String text(String key) {
    var value = json.get(key);
    return value == null ? null : value.text();
  }

  String text(String key, String otherwise) {
    var value = text(key);
    return value == null ? otherwise : value;
  }

  List<String> texts(String key) {
    var value = json.get(key);
    return value == null ? List.of() : value.texts();
  }

  Map<String, Json> fields() {
    return json.fields();
  }
}
