package brume.apigateway.gateway;

import brume.base.PercentCode;
import brume.http.HopByHop;
import brume.http.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How requests go on to servers, and their answers back.
public final class Forwarding {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9._-]+)\\+?}");

  private Forwarding() {}

  /// An address with the parts of a path where it names them, and more fields in its query.
  ///
  /// Throws [IllegalArgumentException] when that is no address.
  public static URI target(String template, Map<String, String> path, List<String> query) {
    var filled = filled(template, path);
    var joined = String.join("&", query);
    return URI.create(
        joined.isEmpty() ? filled : filled + (filled.indexOf('?') < 0 ? "?" : "&") + joined);
  }

  /// A path with the parts that it names.
  public static String filled(String template, Map<String, String> path) {
    return NAME.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(path.getOrDefault(found.group(1), "")));
  }

  /// A field of a query.
  public static String field(String name, String value) {
    return PercentCode.encode(name) + '=' + PercentCode.encode(value);
  }

  /// A server's answer as the client gets it.
  public static Response passed(Response answered) {
    var kept = HopByHop.strip(answered.headers()).without("content-length");
    return new Response(answered.status(), kept, answered.body());
  }
}
