package brume.lambda.source;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern of events: an object as the event's, whose leaves list what a value may be.
///
/// Source: Amazon EventBridge User Guide, "Creating Amazon EventBridge event patterns"; AWS Lambda
/// Developer Guide, "Control which events Lambda sends to your function".
///
/// @param fields by the names of the event's
public record EventPattern(Map<String, Json> fields) {
  private static final String OR = "$or";
  private static final List<String> COMPARISONS = List.of("=", "<", "<=", ">", ">=");

  /// Throws [IllegalArgumentException], or what the parser throws, for what is no pattern.
  public static EventPattern of(String text) {
    if (!(Json.parse(text) instanceof Json.Obj(var fields)) || fields.isEmpty()) {
      throw new IllegalArgumentException("A pattern is an object with fields");
    }
    check(fields);
    return new EventPattern(fields);
  }

  private static void check(Map<String, Json> fields) {
    fields.forEach(
        (name, value) -> {
          switch (value) {
            case Json.Obj(var inner) -> check(inner);
            case Json.Arr(var choices) when name.equals(OR) ->
                choices.forEach(EventPattern::checkOr);
            case Json.Arr(var choices) -> choices.forEach(EventPattern::checkChoice);
            default ->
                throw new IllegalArgumentException(
                    "\"" + name + "\" must be an object or an array");
          }
        });
  }

  private static void checkOr(Json choice) {
    if (!(choice instanceof Json.Obj(var inner))) {
      throw new IllegalArgumentException("$or lists patterns");
    }
    check(inner);
  }

  private static void checkChoice(Json choice) {
    if (choice instanceof Json.Arr) {
      throw new IllegalArgumentException("A value is no list");
    }
    if (choice instanceof Json.Obj(var operator)) {
      if (operator.size() != 1) {
        throw new IllegalArgumentException("A comparison has one operator");
      }
      // Throws for an operator that is not known or not well-formed.
      var _ = compare(operator, Json.of(""));
    }
  }

  public boolean matches(Json event) {
    return matches(fields, event);
  }

  private static boolean matches(Map<String, Json> fields, @Nullable Json event) {
    for (var field : fields.entrySet()) {
      if (!matches(field.getKey(), field.getValue(), event)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String name, Json expected, @Nullable Json event) {
    if (name.equals(OR) && expected instanceof Json.Arr(var patterns)) {
      return patterns.stream().anyMatch(each -> matches(((Json.Obj) each).fields(), event));
    }
    return matchesField(expected, event instanceof Json.Obj object ? object.get(name) : null);
  }

  private static boolean matchesField(Json expected, @Nullable Json value) {
    return switch (expected) {
      case Json.Obj(var inner) when value instanceof Json.Arr(var items) ->
          items.stream().anyMatch(item -> matches(inner, item));
      case Json.Obj(var inner) -> matches(inner, value);
      case Json.Arr(var choices) -> choices.stream().anyMatch(choice -> matchesAny(choice, value));
      default -> false;
    };
  }

  /// A list matches when one of its items does.
  private static boolean matchesAny(Json choice, @Nullable Json value) {
    if (value instanceof Json.Arr(var items) && !items.isEmpty()) {
      return items.stream().anyMatch(item -> matchesAny(choice, item));
    }
    if (choice instanceof Json.Obj(var operator)) {
      return compare(operator, value);
    }
    return value != null && same(choice, value);
  }

  private static boolean same(Json one, Json other) {
    if (one instanceof Json.Num(BigDecimal first) && other instanceof Json.Num(var second)) {
      return first.compareTo(second) == 0;
    }
    return one.equals(other);
  }

  private static boolean compare(Map<String, Json> operator, @Nullable Json value) {
    var entry = operator.entrySet().iterator().next();
    var operand = entry.getValue();
    var text = value instanceof Json.Str(String string) ? string : null;
    return switch (entry.getKey()) {
      case "exists" -> isLeaf(value) == Json.of(true).equals(operand);
      case "prefix" -> begins(text == null ? "" : text, operand) && text != null;
      case "suffix" -> ends(text == null ? "" : text, operand) && text != null;
      case "equals-ignore-case" -> required(operand).equalsIgnoreCase(text);
      case "wildcard" ->
          wildcard(required(operand)).matcher(text == null ? "" : text).matches() && text != null;
      case "anything-but" -> value != null && !excluded(operand, value);
      case "numeric" -> inRange(operand, value);
      default -> throw new IllegalArgumentException("Unknown operator: " + entry.getKey());
    };
  }

  private static boolean isLeaf(@Nullable Json value) {
    return value != null && !(value instanceof Json.Obj);
  }

  private static boolean begins(String text, Json operand) {
    return operand instanceof Json.Obj(var inner)
        ? lower(text).startsWith(lower(required(inner.get("equals-ignore-case"))))
        : text.startsWith(required(operand));
  }

  private static boolean ends(String text, Json operand) {
    return operand instanceof Json.Obj(var inner)
        ? lower(text).endsWith(lower(required(inner.get("equals-ignore-case"))))
        : text.endsWith(required(operand));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String required(@Nullable Json operand) {
    if (!(operand instanceof Json.Str(String text))) {
      throw new IllegalArgumentException("Not a text: " + operand);
    }
    return text;
  }

  private static boolean excluded(Json operand, Json value) {
    return switch (operand) {
      case Json.Obj(var inner) ->
          inner.entrySet().stream()
              .anyMatch(each -> excluded(each.getKey(), each.getValue(), value));
      case Json.Arr(var all) -> all.stream().anyMatch(each -> same(each, value));
      default -> same(operand, value);
    };
  }

  private static boolean excluded(String operator, Json operands, Json value) {
    return operands.list().stream().anyMatch(each -> compare(Map.of(operator, each), value));
  }

  private static Pattern wildcard(String text) {
    var expression = new StringBuilder();
    for (var part : text.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }

  private static boolean inRange(Json operand, @Nullable Json value) {
    if (!(operand instanceof Json.Arr(var parts)) || parts.isEmpty() || parts.size() % 2 != 0) {
      throw new IllegalArgumentException("numeric lists comparisons and numbers in turn");
    }
    boolean all = true;
    for (int i = 0; i < parts.size(); i += 2) {
      var comparison = required(parts.get(i));
      if (!COMPARISONS.contains(comparison)
          || !(parts.get(i + 1) instanceof Json.Num(BigDecimal bound))) {
        throw new IllegalArgumentException("Not a comparison with a number: " + operand);
      }
      all &= value instanceof Json.Num(BigDecimal number) && holds(number, comparison, bound);
    }
    return all;
  }

  private static boolean holds(BigDecimal number, String comparison, BigDecimal bound) {
    int order = number.compareTo(bound);
    return switch (comparison) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }
}
