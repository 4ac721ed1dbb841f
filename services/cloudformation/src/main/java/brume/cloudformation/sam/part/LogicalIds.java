package brume.cloudformation.sam.part;

import brume.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Logical ids that end in a hash of what they stand for, so that a change of it makes a new
/// resource: the first ten hex digits of the SHA-1 of its JSON with sorted keys.
public final class LogicalIds {
  public static final int HASH_CHARS = 10;

  private LogicalIds() {}

  public static String of(String prefix, Json data) {
    return prefix + hash(data).substring(0, HASH_CHARS);
  }

  /// The whole hash; of a text it is that of the text itself.
  public static String hash(Json data) {
    var text = data instanceof Json.Str(String plain) ? plain : ascii(sorted(data).print());
    try {
      var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Json sorted(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> fields) -> {
        var ordered = new TreeMap<String, Json>();
        fields.forEach((name, field) -> ordered.put(name, sorted(field)));
        yield new Json.Obj(ordered);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(LogicalIds::sorted).toList());
      default -> value;
    };
  }

  /// Escapes what is not ASCII, as the translator's JSON does.
  private static String ascii(String json) {
    var text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7f) {
        text.append(c);
      } else {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return text.toString();
  }
}
