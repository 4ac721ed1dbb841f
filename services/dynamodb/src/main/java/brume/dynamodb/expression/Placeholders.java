package brume.dynamodb.expression;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names and values that a request defines for its expressions, and which of them were used.
public final class Placeholders {
  private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
  private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> used = new HashSet<>();

  private Placeholders(Map<String, String> names, Map<String, Value> values) {
    this.names = names;
    this.values = values;
  }

  /// Null for a parameter that the request does not have.
  public static Placeholders of(
      @Nullable Map<String, String> names, @Nullable Map<String, Value> values) {
    if (names != null) {
      checkKeys("ExpressionAttributeNames", names.keySet(), NAME);
    }
    if (values != null) {
      checkKeys("ExpressionAttributeValues", values.keySet(), VALUE);
    }
    return new Placeholders(names == null ? Map.of() : names, values == null ? Map.of() : values);
  }

  public static Placeholders none() {
    return new Placeholders(Map.of(), Map.of());
  }

  private static void checkKeys(String parameter, Set<String> keys, Pattern pattern) {
    if (keys.isEmpty()) {
      throw Invalid.request(parameter + " must not be empty");
    }
    for (var key : keys) {
      if (!pattern.matcher(key).matches()) {
        throw Invalid.request(
            parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
      }
    }
  }

  String name(ExpressionKind kind, String placeholder) {
    var name = names.get(placeholder);
    if (name == null) {
      throw kind.invalid(
          "An expression attribute name used in the document path is not defined; attribute name: "
              + placeholder);
    }
    used.add(placeholder);
    return name;
  }

  Value value(ExpressionKind kind, String placeholder) {
    var value = values.get(placeholder);
    if (value == null) {
      throw kind.invalid(
          "An expression attribute value used in expression is not defined; attribute value: "
              + placeholder);
    }
    used.add(placeholder);
    return value;
  }

  /// To be called when all expressions are bound.
  public void checkAllUsed() {
    checkUsed("ExpressionAttributeNames", names.keySet());
    checkUsed("ExpressionAttributeValues", values.keySet());
  }

  private void checkUsed(String parameter, Set<String> defined) {
    if (!used.containsAll(defined)) {
      throw Invalid.request(
          "Value provided in "
              + parameter
              + " unused in expressions: keys: "
              + defined.stream()
                  .filter(key -> !used.contains(key))
                  .collect(Collectors.joining(", ", "{", "}")));
    }
  }
}
