package brume.http;

import brume.base.Body;
import java.net.InetSocketAddress;

/// A request as it came off the connection, with its target undecoded.
///
/// @param method in capitals as sent
/// @param path the raw path, still percent-encoded, beginning with `/`
/// @param query the raw query without its `?`; empty when there is none
/// @param remote the peer of the connection
/// @param secure whether the connection is TLS
public record Request(
    String method,
    String path,
    String query,
    Headers headers,
    Body body,
    InetSocketAddress remote,
    boolean secure) {
  /// The one Host header, without its port, in lower case.
  public String host() {
    var host = headers.first("host");
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(java.util.Locale.ROOT);
  }

  /// The same request with another body, for a stage that decodes it.
  public Request with(Body other) {
    return new Request(method, path, query, headers, other, remote, secure);
  }

  public Request with(Headers other) {
    return new Request(method, path, query, other, body, remote, secure);
  }

  /// The same request for another raw path.
  public Request withPath(String other) {
    return new Request(method, other, query, headers, body, remote, secure);
  }
}
