package brume.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding of RFC 3986 §2.1, with the choices AWS made for its signatures: what is not
/// unreserved is escaped, in capital hex digits, and a space is `%20`.
///
/// Source: "Create a signed AWS API request", function UriEncode.
public final class PercentCode {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCode() {}

  /// All but `A-Z a-z 0-9 - . _ ~` is escaped.
  public static String encode(String text) {
    return encode(text, false);
  }

  /// As [#encode], but slashes stay, as in the key of an S3 object.
  public static String encodePath(String path) {
    return encode(path, true);
  }

  /// The text whose UTF-8 bytes `encoded` escapes; a plus sign stays one.
  ///
  /// Throws [IllegalArgumentException] at an incomplete escape and at bytes that are not UTF-8.
  public static String decode(String encoded) {
    return decode(encoded, false);
  }

  /// As [#decode], with a plus sign for a space, as queries and forms are written.
  public static String decodeForm(String encoded) {
    return decode(encoded, true);
  }

  private static String encode(String text, boolean keepSlash) {
    int plain = 0;
    while (plain < text.length() && stays(text.charAt(plain), keepSlash)) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    var encoded = new StringBuilder(text.length() + 16).append(text, 0, plain);
    for (byte b : text.substring(plain).getBytes(StandardCharsets.UTF_8)) {
      if (stays((char) (b & 0xff), keepSlash)) {
        encoded.append((char) b);
      } else {
        HEX.toHexDigits(encoded.append('%'), b);
      }
    }
    return encoded.toString();
  }

  private static boolean stays(char c, boolean keepSlash) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || (keepSlash && c == '/');
  }

  private static String decode(String encoded, boolean form) {
    if (encoded.indexOf('%') < 0) {
      return form ? encoded.replace('+', ' ') : encoded;
    }
    var source = encoded.getBytes(StandardCharsets.UTF_8);
    var target = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        target.put(escaped(source, i));
        i += 2;
      } else {
        target.put(form && source[i] == '+' ? (byte) ' ' : source[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(target.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new IllegalArgumentException("Escapes bytes that are not UTF-8: " + encoded, notUtf8);
    }
  }

  private static byte escaped(byte[] source, int at) {
    if (at + 2 < source.length
        && HexFormat.isHexDigit(source[at + 1])
        && HexFormat.isHexDigit(source[at + 2])) {
      int high = HexFormat.fromHexDigit(source[at + 1]);
      return (byte) (high << 4 | HexFormat.fromHexDigit(source[at + 2]));
    }
    throw new IllegalArgumentException(
        "Incomplete percent escape in: " + new String(source, StandardCharsets.UTF_8));
  }
}
