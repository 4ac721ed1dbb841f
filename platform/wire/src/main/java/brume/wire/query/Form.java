package brume.wire.query;

import brume.wire.value.MalformedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parameters of a form, sorted, so that those under a prefix lie side by side.
public final class Form {
  private final TreeMap<String, String> parameters = new TreeMap<>();

  private Form() {}

  /// Throws [MalformedException] when a percent sign begins no escape.
  public static Form parse(String text) {
    var form = new Form();
    for (var pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        form.parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new MalformedException("The form holds an incomplete percent escape");
    }
  }

  public @Nullable String get(String name) {
    return parameters.get(name);
  }

  /// Whether there is a parameter of that name or below it.
  boolean hasUnder(String name) {
    if (parameters.containsKey(name)) {
      return true;
    }
    var next = parameters.ceilingKey(name + '.');
    return next != null && next.startsWith(name + '.');
  }
}
