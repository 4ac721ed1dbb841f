package brume.dynamodb.request;

import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.AttributeValue;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parameters of one request that have to do with expressions: those, and the older ones, which
/// cannot be mixed with them.
public final class Parameters {
  private final Map<String, Object> expressions = new LinkedHashMap<>();
  private final Map<String, Object> legacy = new LinkedHashMap<>();

  /// The expressions that may have values, present or not.
  private final java.util.List<String> withValues = new java.util.ArrayList<>();

  private @Nullable Map<String, String> names;
  private @Nullable Map<String, AttributeValue> values;

  /// An expression that may hold values; null when the request does not have it.
  public Parameters expression(String name, @Nullable String text) {
    withValues.add(name);
    return projection(name, text);
  }

  /// An expression without values.
  public Parameters projection(String name, @Nullable String text) {
    if (text != null) {
      expressions.put(name, text);
    }
    return this;
  }

  public Parameters legacy(String name, @Nullable Object value) {
    if (value != null) {
      legacy.put(name, value);
    }
    return this;
  }

  public Parameters names(@Nullable Map<String, String> map) {
    names = map;
    return this;
  }

  public Parameters values(@Nullable Map<String, AttributeValue> map) {
    values = map;
    return this;
  }

  /// Checks the parameters against each other and reads the values.
  public Placeholders check() {
    if (!expressions.isEmpty() && !legacy.isEmpty()) {
      throw Invalid.request(
          "Can not use both expression and non-expression parameters in the same request:"
              + " Non-expression parameters: "
              + list(legacy)
              + " Expression parameters: "
              + list(expressions));
    }
    if (names != null && expressions.isEmpty()) {
      throw Invalid.request(
          "ExpressionAttributeNames can only be specified when using expressions");
    }
    if (values != null && withValues.stream().noneMatch(expressions::containsKey)) {
      throw Invalid.request(
          "ExpressionAttributeValues can only be specified when using expressions: "
              + String.join(" and ", withValues)
              + (withValues.size() == 1 ? " is null" : " are null"));
    }
    return Placeholders.of(names, read(values));
  }

  private static String list(Map<String, Object> parameters) {
    return parameters.keySet().stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static @Nullable Map<String, Value> read(@Nullable Map<String, AttributeValue> values) {
    if (values == null) {
      return null;
    }
    var read = LinkedHashMap.<String, Value>newLinkedHashMap(values.size());
    for (var entry : values.entrySet()) {
      try {
        read.put(entry.getKey(), AttributeValues.value(entry.getValue()));
      } catch (ServiceException e) {
        throw Invalid.request(
            "ExpressionAttributeValues contains invalid value: "
                + e.message()
                + " for key "
                + entry.getKey());
      }
    }
    return read;
  }
}
