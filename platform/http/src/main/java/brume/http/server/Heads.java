package brume.http.server;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Reads the head of a request off the engine, raw as it was sent, and refuses what RFC 9112 has a
/// server refuse: a missing, doubled or malformed Host (§3.2), odd targets (§3.2), codings it does
/// not know (§6.1).
final class Heads {
  private Heads() {}

  /// The request without its body. Throws [Rejection].
  static Request read(HttpServerRequest incoming, InetSocketAddress remote) {
    boolean http2 = incoming.version() == HttpVersion.HTTP_2;
    var fields = fields(incoming, http2);
    var headers = Headers.of(fields);
    var host = host(headers, incoming.version());
    if (!http2) {
      checkCoding(headers);
    }
    var target = originForm(incoming.uri(), host);
    int question = target.indexOf('?');
    return new Request(
        incoming.method().name(),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers,
        Body.EMPTY,
        remote,
        incoming.isSSL());
  }

  private static List<Headers.Field> fields(HttpServerRequest incoming, boolean http2) {
    var received = incoming.headers();
    var fields = new ArrayList<Headers.Field>(received.size() + 1);
    if (http2) {
      addAuthority(incoming, fields);
    }
    for (var field : received) {
      if (!field.getKey().startsWith(":")) {
        fields.add(new Headers.Field(field.getKey(), field.getValue()));
      }
    }
    if (http2 && received.contains("cookie")) {
      joinCookies(fields, received.getAll("cookie"));
    }
    return fields;
  }

  /// HTTP/2 may part a Cookie, which is one field everywhere else (RFC 9113 §8.2.3).
  private static void joinCookies(List<Headers.Field> fields, List<String> cookies) {
    fields.removeIf(field -> field.name().equals("cookie"));
    fields.add(new Headers.Field("cookie", String.join("; ", cookies)));
  }

  /// The pseudo-header of HTTP/2 stands for Host (RFC 9113 §8.3.1).
  private static void addAuthority(HttpServerRequest incoming, List<Headers.Field> fields) {
    var authority = incoming.authority();
    var host = incoming.getHeader("host");
    if (authority == null) {
      return;
    }
    if (host == null) {
      fields.add(new Headers.Field("host", authority.toString()));
    } else if (!host.equalsIgnoreCase(authority.toString())) {
      throw new Rejection(400, "Host is not what :authority is");
    }
  }

  private static String host(Headers headers, HttpVersion version) {
    var hosts = headers.all("host");
    if (hosts.isEmpty() && version == HttpVersion.HTTP_1_0) {
      return "";
    }
    if (hosts.size() != 1) {
      throw new Rejection(400, "A request has exactly one Host");
    }
    var host = hosts.getFirst();
    if (!Authority.isValid(host)) {
      throw new Rejection(400, "The Host is not a host and a port");
    }
    return host;
  }

  private static void checkCoding(Headers headers) {
    var codings = headers.all("transfer-encoding");
    if (codings.size() > 1
        || (codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked"))) {
      throw new Rejection(501, "The only transfer coding known here is chunked");
    }
  }

  /// The path and query of a target, which in absolute form has to name the Host.
  private static String originForm(String target, String host) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c > '~' || c == '#') {
        throw new Rejection(400, "The target holds a character that has to be escaped");
      }
    }
    if (target.startsWith("/")) {
      return target;
    }
    int start = afterScheme(target);
    if (start < 0) {
      throw new Rejection(501, "The target is not a path: no tunnels and no server-wide options");
    }
    int end = start;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    if (!target.substring(start, end).equalsIgnoreCase(host)) {
      throw new Rejection(400, "The target names another host than Host");
    }
    var rest = target.substring(end);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static int afterScheme(String target) {
    for (var scheme : new String[] {"http://", "https://"}) {
      if (target.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return scheme.length();
      }
    }
    return -1;
  }
}
