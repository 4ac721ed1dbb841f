package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A CloudFormation resource in the making.
public final class Draft {
  private final String logicalId;
  private final String type;
  private final Map<String, Json> attributes = new LinkedHashMap<>();
  private final Map<String, Json> properties = new LinkedHashMap<>();

  public Draft(String logicalId, String type) {
    this.logicalId = logicalId;
    this.type = type;
  }

  public String logicalId() {
    return logicalId;
  }

  /// Sets a property; null leaves it away.
  public Draft set(String name, @Nullable Json value) {
    if (value != null) {
      properties.put(name, value);
    }
    return this;
  }

  public Draft set(String name, String value) {
    return set(name, Json.of(value));
  }

  /// Sets what stands beside the properties, such as `Condition`.
  public Draft attribute(String name, @Nullable Json value) {
    if (value != null) {
      attributes.put(name, value);
    }
    return this;
  }

  public Draft attributes(Map<String, Json> all) {
    attributes.putAll(all);
    return this;
  }

  public @Nullable Json property(String name) {
    return properties.get(name);
  }

  public Json.Obj properties() {
    return new Json.Obj(properties);
  }

  public Json.Obj build() {
    var members = new LinkedHashMap<String, Json>();
    members.put("Type", Json.of(type));
    members.put("Properties", properties());
    members.putAll(attributes);
    return new Json.Obj(members);
  }
}
