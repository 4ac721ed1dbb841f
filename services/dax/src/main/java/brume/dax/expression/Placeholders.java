package brume.dax.expression;

import brume.model.dynamodb.AttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands for the names and the values in the expressions of one request.
public final class Placeholders {
  private final Map<String, String> byName = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  public String name(String attribute) {
    return byName.computeIfAbsent(attribute, _ -> "#n" + byName.size());
  }

  void value(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
  }

  /// Placeholders and what they stand for; null when there are none, as DynamoDB wants it.
  public @Nullable Map<String, String> names() {
    if (byName.isEmpty()) {
      return null;
    }
    var names = new LinkedHashMap<String, String>();
    byName.forEach((name, placeholder) -> names.put(placeholder, name));
    return names;
  }

  /// Null when there are none.
  public @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }
}
