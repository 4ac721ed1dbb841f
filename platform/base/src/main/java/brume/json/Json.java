package brume.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value. Objects keep the order of their keys; numbers keep their digits.
public sealed interface Json {

  record Obj(Map<String, Json> fields) implements Json {
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public @Nullable Json get(String key) {
      return fields.get(key);
    }

    public boolean has(String key) {
      return fields.containsKey(key);
    }

    /// The same object with one field more, or with another value for it.
    public Obj with(String key, Json value) {
      var copy = new LinkedHashMap<>(fields);
      copy.put(key, value);
      return new Obj(copy);
    }

    public Obj without(String key) {
      var copy = new LinkedHashMap<>(fields);
      copy.remove(key);
      return new Obj(copy);
    }

    @Override
    public String toString() {
      return print();
    }
  }

  record Arr(List<Json> items) implements Json {
    public static final Arr EMPTY = new Arr(List.of());

    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return print();
    }
  }

  record Str(String value) implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  record Num(BigDecimal value) implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  record Bool(boolean value) implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  record Null() implements Json {
    static final Null NULL = new Null();

    @Override
    public String toString() {
      return "null";
    }
  }

  static Json of(@Nullable String value) {
    return value == null ? Null.NULL : new Str(value);
  }

  static Json ofNull() {
    return Null.NULL;
  }

  static Json of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Json of(double value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Arr array(Json... items) {
    return new Arr(List.of(items));
  }

  /// Keys and values in turn: `object("a", Json.of(1), "b", Json.ofNull())`.
  static Obj object(Object... keysAndValues) {
    var fields = new LinkedHashMap<String, Json>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      fields.put((String) keysAndValues[i], (Json) keysAndValues[i + 1]);
    }
    return new Obj(fields);
  }

  /// Throws [JsonException] with line and column when `text` is not one JSON value.
  static Json parse(String text) {
    return JsonText.parse(text);
  }

  /// On one line, without spaces.
  default String print() {
    return JsonText.print(this, false);
  }

  /// Indented, for people.
  default String pretty() {
    return JsonText.print(this, true);
  }

  /// The value of a string, number or boolean as text; null for any other.
  default @Nullable String text() {
    return switch (this) {
      case Str(String value) -> value;
      case Num(BigDecimal value) -> value.toPlainString();
      case Bool(boolean value) -> String.valueOf(value);
      case Obj _, Arr _, Null _ -> null;
    };
  }

  /// The items of an array, or the value itself as the only item, or none for null.
  default List<Json> list() {
    return switch (this) {
      case Arr(List<Json> items) -> items;
      case Null _ -> List.of();
      default -> List.of(this);
    };
  }

  /// The texts of the items of [#list].
  default List<String> texts() {
    var texts = new ArrayList<String>();
    for (var item : list()) {
      var text = item.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}
