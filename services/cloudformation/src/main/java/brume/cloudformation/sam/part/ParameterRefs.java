package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The template's parameters, where the transform must know their values.
public record ParameterRefs(Map<String, Json> values) {
  /// The value with every reference to a parameter replaced; other functions stay.
  public Json resolve(Json value) {
    return switch (value) {
      case Json.Obj object when Intrinsics.isFunction(object) && object.has("Ref") -> {
        var name = Intrinsics.referred(object);
        var known = name == null ? null : values.get(name);
        yield known == null ? object : known;
      }
      case Json.Obj(Map<String, Json> fields) -> {
        var resolved = new LinkedHashMap<String, Json>();
        fields.forEach((name, field) -> resolved.put(name, resolve(field)));
        yield new Json.Obj(resolved);
      }
      case Json.Arr(List<Json> items) -> {
        var resolved = new ArrayList<Json>();
        items.forEach(item -> resolved.add(resolve(item)));
        yield new Json.Arr(resolved);
      }
      default -> value;
    };
  }

  /// The value as text when it is one after its parameters are known.
  public @Nullable String text(@Nullable Json value) {
    return value == null ? null : resolve(value).text();
  }
}
