package brume.wire.validate;

import brume.base.Bytes;
import brume.shape.Constraint;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Shape;
import brume.shape.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks a decoded input against its model's constraints, with the words of AWS.
public final class Validator {
  /// The errors that one answer lists.
  private static final int MAX_ERRORS = 10;

  private static final int MAX_SHOWN_CHARS = 1_024;

  private final List<String> errors = new ArrayList<>();

  private Validator() {}

  /// The text of a validation error; null when all is well.
  public static @Nullable String check(Structure input) {
    var validator = new Validator();
    validator.structure(input, "");
    var errors = validator.errors;
    return switch (errors.size()) {
      case 0 -> null;
      case 1 -> "1 validation error detected: " + errors.getFirst();
      default -> errors.size() + " validation errors detected: " + String.join("; ", errors);
    };
  }

  private void structure(Structure structure, String path) {
    var members = structure.shape().members();
    for (int i = 0; i < members.size() && errors.size() < MAX_ERRORS; i++) {
      var member = members.get(i);
      var value = structure.member(i);
      var at =
          path.isEmpty() ? decapitalised(member.name()) : path + '.' + decapitalised(member.name());
      if (value != null) {
        value(value, member.target(), at);
      } else if (member.required()) {
        errors.add("Value at '" + at + "' failed to satisfy constraint: Member must not be null");
      }
    }
  }

  private void value(Object value, Shape shape, String path) {
    if (!shape.constraint().isNone()) {
      constraint(value, shape, path);
    }
    switch (value) {
      case Structure structure -> structure(structure, path);
      case List<?> items when shape instanceof ListShape list -> {
        for (int i = 0; i < items.size() && errors.size() < MAX_ERRORS; i++) {
          nested(items.get(i), list.element(), path + '.' + (i + 1) + ".member");
        }
      }
      case Map<?, ?> entries when shape instanceof MapShape map -> {
        for (var entry : entries.entrySet()) {
          nested(entry.getKey(), map.key(), path);
          nested(entry.getValue(), map.value(), path + '.' + entry.getKey() + ".member");
        }
      }
      default -> {
        // simple values have no parts
      }
    }
  }

  private void nested(@Nullable Object value, Member member, String path) {
    if (value != null && errors.size() < MAX_ERRORS) {
      value(value, member.target(), path);
    }
  }

  private void constraint(Object value, Shape shape, String path) {
    var constraint = shape.constraint();
    var broken =
        value instanceof Number number
            ? range(number.doubleValue(), constraint, "value ")
            : size(value, constraint);
    if (broken == null && value instanceof String text) {
      broken = text(text, constraint);
    }
    if (broken != null) {
      errors.add(
          "Value '" + shown(value) + "' at '" + path + "' failed to satisfy constraint: " + broken);
    }
  }

  private static @Nullable String size(Object value, Constraint constraint) {
    return switch (value) {
      case String text -> range(text.codePointCount(0, text.length()), constraint, "length ");
      case Bytes bytes -> range(bytes.length(), constraint, "length ");
      case List<?> items -> range(items.size(), constraint, "length ");
      case Map<?, ?> entries -> range(entries.size(), constraint, "length ");
      default -> null;
    };
  }

  private static @Nullable String range(double size, Constraint constraint, String what) {
    var min = constraint.min();
    var max = constraint.max();
    if (max != null && size > max) {
      return "Member must have " + what + "less than or equal to " + plain(max);
    }
    if (min != null && size < min) {
      return "Member must have " + what + "greater than or equal to " + plain(min);
    }
    return null;
  }

  private static @Nullable String text(String text, Constraint constraint) {
    if (!constraint.values().isEmpty() && !constraint.values().contains(text)) {
      return "Member must satisfy enum value set: " + constraint.values();
    }
    var pattern = constraint.pattern();
    return pattern != null && !constraint.compiled().matcher(text).matches()
        ? "Member must satisfy regular expression pattern: " + pattern
        : null;
  }

  private static String plain(double bound) {
    return java.math.BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private static String shown(Object value) {
    var text = value.toString();
    return text.length() <= MAX_SHOWN_CHARS ? text : text.substring(0, MAX_SHOWN_CHARS);
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
