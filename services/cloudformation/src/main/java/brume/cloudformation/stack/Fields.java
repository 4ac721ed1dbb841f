package brume.cloudformation.stack;

import brume.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of a stored document, which are there as they were written.
record Fields(Json.Obj document) {
  String text(String name) {
    var text = optional(name);
    if (text == null) {
      throw new IllegalStateException("A stored document without " + name);
    }
    return text;
  }

  @Nullable String optional(String name) {
    var value = document.get(name);
    return value == null ? null : value.text();
  }

  boolean truth(String name) {
    return "true".equals(optional(name));
  }

  List<String> texts(String name) {
    var value = document.get(name);
    return value == null ? List.of() : value.texts();
  }

  Json.Obj object(String name) {
    return document.get(name) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }

  Map<String, String> textsByName(String name) {
    var texts = new LinkedHashMap<String, String>();
    object(name).fields().forEach((key, value) -> texts.put(key, String.valueOf(value.text())));
    return texts;
  }

  <T> @Nullable T part(String name, Function<Json.Obj, T> read) {
    return document.get(name) instanceof Json.Obj object ? read.apply(object) : null;
  }

  <T> List<T> parts(String name, Function<Json.Obj, T> read) {
    var parts = new ArrayList<T>();
    var value = document.get(name);
    for (var part : value == null ? List.<Json>of() : value.list()) {
      parts.add(read.apply((Json.Obj) part));
    }
    return parts;
  }

  static Json of(Collection<String> texts) {
    return new Json.Arr(texts.stream().map(Json::of).toList());
  }

  static Json of(Map<String, String> texts) {
    var fields = new LinkedHashMap<String, Json>();
    texts.forEach((key, text) -> fields.put(key, Json.of(text)));
    return new Json.Obj(fields);
  }
}
