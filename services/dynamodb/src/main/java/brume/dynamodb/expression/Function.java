package brume.dynamodb.expression;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The functions of the expression language. Their names are case-sensitive.
public enum Function {
  ATTRIBUTE_EXISTS(1, Use.TEST),
  ATTRIBUTE_NOT_EXISTS(1, Use.TEST),
  ATTRIBUTE_TYPE(2, Use.TEST),
  BEGINS_WITH(2, Use.TEST),
  CONTAINS(2, Use.TEST),
  SIZE(1, Use.OPERAND),
  IF_NOT_EXISTS(2, Use.UPDATE),
  LIST_APPEND(2, Use.UPDATE);

  enum Use {
    /// A condition by itself.
    TEST,
    /// An operand of a condition.
    OPERAND,
    /// An operand of an update.
    UPDATE
  }

  private final int arity;
  private final Use use;

  Function(int arity, Use use) {
    this.arity = arity;
    this.use = use;
  }

  static @Nullable Function named(String name) {
    return Arrays.stream(values()).filter(f -> f.spelling().equals(name)).findAny().orElse(null);
  }

  int arity() {
    return arity;
  }

  Use use() {
    return use;
  }

  boolean needsPath() {
    return this == ATTRIBUTE_EXISTS
        || this == ATTRIBUTE_NOT_EXISTS
        || this == ATTRIBUTE_TYPE
        || this == IF_NOT_EXISTS;
  }

  String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
