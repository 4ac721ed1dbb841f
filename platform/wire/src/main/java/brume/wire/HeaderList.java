package brume.wire;

import brume.wire.value.MalformedException;
import java.util.ArrayList;
import java.util.List;

/// Lists in one header field: items between commas, quoted where they hold commas or quotes.
///
/// Source: RFC 9110 §5.6.1 and §5.6.4.
final class HeaderList {
  private HeaderList() {}

  static List<String> split(String text) {
    var items = new ArrayList<String>();
    int at = 0;
    while (at <= text.length()) {
      int start = skipSpaces(text, at);
      if (start < text.length() && text.charAt(start) == '"') {
        var item = new StringBuilder();
        at = quoted(text, start + 1, item);
        items.add(item.toString());
      } else {
        int comma = text.indexOf(',', start);
        int end = comma < 0 ? text.length() : comma;
        items.add(text.substring(start, end).strip());
        at = end + 1;
      }
    }
    return items;
  }

  /// Returns the place behind the comma that ends the item.
  private static int quoted(String text, int from, StringBuilder item) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      if (at < text.length()) {
        item.append(text.charAt(at++));
      }
    }
    int comma = skipSpaces(text, at + 1);
    if (at >= text.length() || (comma < text.length() && text.charAt(comma) != ',')) {
      throw new MalformedException("A header holds an unfinished quoted string");
    }
    return comma + 1;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static String quote(String item) {
    boolean plain = item.indexOf(',') < 0 && item.indexOf('"') < 0;
    return plain ? item : '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
