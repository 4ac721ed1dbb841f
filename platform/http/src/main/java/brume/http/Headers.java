package brume.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Header fields in order, immutable; names compare without case and keep the spelling they came
/// in.
public final class Headers {
  public static final Headers EMPTY = new Headers(List.of());

  /// Throws [IllegalArgumentException] when the value would not stay in its line: CR, LF and NUL
  /// are no part of any (RFC 9110 §5.5).
  public record Field(String name, String value) {
    public Field {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\r' || c == '\n' || c == '\0') {
          throw new IllegalArgumentException("A line break in the header field " + name);
        }
      }
    }
  }

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = fields;
  }

  public static Headers of(List<Field> fields) {
    return new Headers(List.copyOf(fields));
  }

  /// Names and values in turn.
  public static Headers of(String... namesAndValues) {
    var fields = new ArrayList<Field>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return of(fields);
  }

  public List<Field> fields() {
    return fields;
  }

  public @Nullable String first(String name) {
    for (var field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        return field.value;
      }
    }
    return null;
  }

  public List<String> all(String name) {
    var values = new ArrayList<String>(2);
    for (var field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        values.add(field.value);
      }
    }
    return values;
  }

  public boolean has(String name) {
    return first(name) != null;
  }

  /// The distinct names in lower case, in the order of their first fields.
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    for (var field : fields) {
      names.add(field.name.toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /// With one field more, behind the others.
  public Headers with(String name, String value) {
    var copy = new ArrayList<Field>(fields.size() + 1);
    copy.addAll(fields);
    copy.add(new Field(name, value));
    return new Headers(List.copyOf(copy));
  }

  /// With the fields of `more` behind the others.
  public Headers with(Headers more) {
    var copy = new ArrayList<>(fields);
    copy.addAll(more.fields);
    return new Headers(List.copyOf(copy));
  }

  /// With this one value in place of all that the name had.
  public Headers set(String name, String value) {
    return without(name).with(name, value);
  }

  public Headers without(String name) {
    var copy = new ArrayList<>(fields);
    copy.removeIf(field -> field.name.equalsIgnoreCase(name));
    return new Headers(List.copyOf(copy));
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
