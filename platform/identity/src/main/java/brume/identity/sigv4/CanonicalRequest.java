package brume.identity.sigv4;

import brume.http.Headers;
import brume.http.QueryString;
import brume.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text whose hash is signed.
///
/// Source: "Create a signed AWS API request", step 1.
///
/// Header values hold one character for each byte that came (ISO 8859-1), so the text is hashed as
/// such bytes; all the rest of it is ASCII.
public final class CanonicalRequest {
  private CanonicalRequest() {}

  /// @param payload the hash of the body, or the word that stands for it
  public static String of(
      Request request, QueryString query, List<String> signed, String payload, SigningRules rules) {
    var text = new StringBuilder(512);
    text.append(request.method()).append('\n');
    text.append(CanonicalPath.of(request.path(), rules)).append('\n');
    text.append(CanonicalQuery.of(query)).append('\n');
    for (var name : signed) {
      text.append(name).append(':');
      values(request.headers(), name, text);
      text.append('\n');
    }
    text.append('\n');
    for (int i = 0; i < signed.size(); i++) {
      text.append(i == 0 ? "" : ";").append(signed.get(i));
    }
    return text.append('\n').append(payload).toString();
  }

  public static String hash(String canonical) {
    return Sha256.hex(canonical.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void values(Headers headers, String name, StringBuilder text) {
    boolean first = true;
    for (var field : headers.fields()) {
      if (field.name().equalsIgnoreCase(name)) {
        if (!first) {
          text.append(',');
        }
        trimmed(field.value(), text);
        first = false;
      }
    }
  }

  /// Without spaces around, and with one for many within.
  private static void trimmed(String value, StringBuilder text) {
    int end = value.length();
    while (end > 0 && isSpace(value.charAt(end - 1))) {
      end--;
    }
    boolean space = true;
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      if (!isSpace(c)) {
        text.append(c);
      } else if (!space) {
        text.append(' ');
      }
      space = isSpace(c);
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
