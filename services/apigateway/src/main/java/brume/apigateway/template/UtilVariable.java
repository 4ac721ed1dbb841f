package brume.apigateway.template;

import brume.json.Json;
import brume.json.JsonException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// `$util`, as templates see it. Public, because Velocity calls it.
///
/// Source: API Gateway Developer Guide, "Variables for data transformations for API Gateway".
public final class UtilVariable {
  UtilVariable() {}

  /// As the text of a JavaScript string.
  public String escapeJavaScript(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '"', '\\', '/' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        default -> {
          if (c < ' ' || c > '~') {
            escaped.append("\\u%04X".formatted((int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  /// The value that a JSON text stands for; null when it is none.
  public @Nullable Object parseJson(String text) {
    try {
      return Values.of(Json.parse(text));
    } catch (JsonException _) {
      return null;
    }
  }

  public String urlEncode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String urlDecode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  public String base64Encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  public String base64Decode(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
