package brume.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The fields that concern one connection and that a proxy does not pass on (RFC 9110 §7.6.1).
public final class HopByHop {
  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /// What remains for the next hop: without the fixed ones and without those that `Connection`
  /// names.
  public static Headers strip(Headers headers) {
    var dropped = new HashSet<>(ALWAYS);
    for (var value : headers.all("connection")) {
      for (var name : value.split(",")) {
        dropped.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return Headers.of(
        headers.fields().stream()
            .filter(field -> !dropped.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
