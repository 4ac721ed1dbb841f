package brume.http;

import brume.base.PercentCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a query or of a form body, in the order sent, repeated names kept.
///
/// Fields are parted by `&` alone and empty ones dropped; the first `=` parts name from value; in
/// both a plus sign is a space (WHATWG URL §5.1). `a` and `a=` both have the empty value, and
/// [Parameter#bare] tells them apart.
public record QueryString(List<Parameter> parameters) {
  public static final QueryString EMPTY = new QueryString(List.of());

  /// One field, decoded and as it was written.
  ///
  /// @param bare whether there was no `=`
  public record Parameter(
      String name, String value, String rawName, String rawValue, boolean bare) {}

  public QueryString {
    parameters = List.copyOf(parameters);
  }

  /// Of a query without its `?`, or of an `application/x-www-form-urlencoded` body.
  ///
  /// Throws [IllegalArgumentException] when an escape is incomplete or hides bytes that are not
  /// UTF-8.
  public static QueryString parse(String raw) {
    if (raw.isEmpty()) {
      return EMPTY;
    }
    var parameters = new ArrayList<Parameter>();
    int start = 0;
    while (start <= raw.length()) {
      int ampersand = raw.indexOf('&', start);
      int end = ampersand < 0 ? raw.length() : ampersand;
      if (end > start) {
        parameters.add(parameter(raw.substring(start, end)));
      }
      start = end + 1;
    }
    return new QueryString(parameters);
  }

  private static Parameter parameter(String field) {
    int equals = field.indexOf('=');
    boolean bare = equals < 0;
    var rawName = bare ? field : field.substring(0, equals);
    var rawValue = bare ? "" : field.substring(equals + 1);
    return new Parameter(
        PercentCode.decodeForm(rawName), PercentCode.decodeForm(rawValue), rawName, rawValue, bare);
  }

  /// The first decoded value of the decoded name.
  public @Nullable String first(String name) {
    for (var parameter : parameters) {
      if (parameter.name.equals(name)) {
        return parameter.value;
      }
    }
    return null;
  }

  public List<String> all(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name.equals(name))
        .map(Parameter::value)
        .toList();
  }

  public boolean has(String name) {
    return first(name) != null;
  }

  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /// The decoded values by decoded name, names in the order of their first fields.
  public Map<String, List<String>> byName() {
    var values = new LinkedHashMap<String, List<String>>();
    for (var parameter : parameters) {
      values.computeIfAbsent(parameter.name, _ -> new ArrayList<>(1)).add(parameter.value);
    }
    return values;
  }

  /// The query without the fields of these decoded names, the others as they were written.
  public QueryString without(String... names) {
    var dropped = List.of(names);
    return new QueryString(
        parameters.stream().filter(parameter -> !dropped.contains(parameter.name)).toList());
  }

  /// As it was written, but for empty fields.
  @Override
  public String toString() {
    var raw = new StringBuilder();
    for (var parameter : parameters) {
      raw.append(raw.isEmpty() ? "" : "&").append(parameter.rawName);
      if (!parameter.bare) {
        raw.append('=').append(parameter.rawValue);
      }
    }
    return raw.toString();
  }
}
