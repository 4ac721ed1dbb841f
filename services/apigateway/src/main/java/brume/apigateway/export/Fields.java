package brume.apigateway.export;

import brume.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of a document in the making: what is not there is left out.
public final class Fields {
  private final Map<String, Json> fields = new LinkedHashMap<>();

  public Fields text(String name, @Nullable String value) {
    return value == null ? this : json(name, Json.of(value));
  }

  public Fields number(String name, @Nullable Integer value) {
    return value == null ? this : json(name, Json.of(value.longValue()));
  }

  public Fields texts(String name, @Nullable Collection<String> values) {
    return values == null || values.isEmpty()
        ? this
        : json(name, new Json.Arr(values.stream().map(Json::of).toList()));
  }

  public Fields texts(String name, @Nullable Map<String, String> values) {
    if (values == null || values.isEmpty()) {
      return this;
    }
    var object = new Fields();
    values.forEach(object::text);
    return json(name, object.build());
  }

  /// An object that is left out when it is empty.
  public Fields object(String name, Fields value) {
    return value.fields.isEmpty() ? this : json(name, value.build());
  }

  public Fields json(String name, Json value) {
    fields.put(name, value);
    return this;
  }

  public Json.Obj build() {
    return new Json.Obj(fields);
  }
}
