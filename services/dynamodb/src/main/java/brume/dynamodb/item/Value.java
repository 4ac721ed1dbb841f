package brume.dynamodb.item;

import brume.base.Bytes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A value of an attribute. Collections are not changed once a value holds them; sets keep the
/// order in which they were given, which does not matter to their equality.
public sealed interface Value {
  Value TRUE = new Bool(true);
  Value FALSE = new Bool(false);
  Value NULL = new Null();

  ValueType type();

  record S(String text) implements Value {
    @Override
    public ValueType type() {
      return ValueType.S;
    }
  }

  /// A number in the one spelling that [Numbers#canonical] gives it, so that equal numbers are
  /// equal texts.
  record N(String digits) implements Value {
    /// Throws a validation error when `text` is not a number that DynamoDB can hold.
    public static N of(String text) {
      return new N(Numbers.canonical(text));
    }

    public static N of(long number) {
      return new N(Long.toString(number));
    }

    @Override
    public ValueType type() {
      return ValueType.N;
    }
  }

  record B(Bytes bytes) implements Value {
    @Override
    public ValueType type() {
      return ValueType.B;
    }
  }

  record Bool(boolean is) implements Value {
    @Override
    public ValueType type() {
      return ValueType.BOOL;
    }
  }

  record Null() implements Value {
    @Override
    public ValueType type() {
      return ValueType.NULL;
    }
  }

  record L(List<Value> items) implements Value {
    @Override
    public ValueType type() {
      return ValueType.L;
    }
  }

  record M(Map<String, Value> entries) implements Value {
    @Override
    public ValueType type() {
      return ValueType.M;
    }
  }

  record SS(Set<String> texts) implements Value {
    @Override
    public ValueType type() {
      return ValueType.SS;
    }
  }

  /// The members are canonical.
  record NS(Set<String> numbers) implements Value {
    @Override
    public ValueType type() {
      return ValueType.NS;
    }
  }

  record BS(Set<Bytes> blobs) implements Value {
    @Override
    public ValueType type() {
      return ValueType.BS;
    }
  }

  static Value of(boolean is) {
    return is ? TRUE : FALSE;
  }

  static Value of(String text) {
    return new S(text);
  }

  static Value of(long number) {
    return N.of(number);
  }

  static SS strings(String... texts) {
    return new SS(new LinkedHashSet<>(List.of(texts)));
  }
}
