package brume.http.client;

import brume.base.Body;
import brume.http.Headers;
import java.net.URI;

/// A request to another server.
///
/// @param secure over TLS
/// @param host a name or an IP literal, without brackets
/// @param target the raw path and query, beginning with `/`, sent as it is
/// @param headers sent as they are; Host is added when it is missing, and what frames the body is
///   set by the client
public record Outgoing(
    String method,
    boolean secure,
    String host,
    int port,
    String target,
    Headers headers,
    Body body) {
  /// To an `http` or `https` URI, whose escapes are kept.
  ///
  /// Throws [IllegalArgumentException] for another one, or one without a host.
  public static Outgoing to(URI uri, String method, Headers headers, Body body) {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null || (!secure && !"http".equalsIgnoreCase(uri.getScheme()))) {
      throw new IllegalArgumentException("Not the address of a web server: " + uri);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    var host = uri.getHost();
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Outgoing(method, secure, bare, port, target(uri), headers, body);
  }

  public static Outgoing get(URI uri) {
    return to(uri, "GET", Headers.EMPTY, Body.EMPTY);
  }

  private static String target(URI uri) {
    var path = uri.getRawPath();
    var query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }
}
