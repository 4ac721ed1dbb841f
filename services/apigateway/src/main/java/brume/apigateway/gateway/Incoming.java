package brume.apigateway.gateway;

import brume.base.Bytes;
import brume.http.Headers;
import brume.http.HopByHop;
import brume.http.QueryString;
import brume.http.Request;
import brume.service.Call;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request for a stage, read whole.
///
/// @param request as it came
/// @param path the undecoded path behind the stage
public record Incoming(Request request, String path, QueryString query, Bytes body) {
  /// Bytes. Source: "Amazon API Gateway quotas", payload size.
  public static final int MAX_BODY = 10 << 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// A request of which only the head was read.
  public static Incoming ofHead(Request request, String path) {
    return new Incoming(request, path, QueryString.EMPTY, Bytes.EMPTY);
  }

  public Incoming with(Request other) {
    return new Incoming(other, path, query, body);
  }

  public Incoming with(QueryString parsed) {
    return new Incoming(request, path, parsed, body);
  }

  public Incoming with(Bytes read) {
    return new Incoming(request, path, query, read);
  }

  /// The body of a request; null when it is larger than [#MAX_BODY].
  public static @Nullable Bytes bodyOf(Request request) throws IOException {
    if (request.body().length() > MAX_BODY) {
      return null;
    }
    try (var in = request.body().open()) {
      var bytes = in.readNBytes(MAX_BODY + 1);
      return bytes.length > MAX_BODY ? null : Bytes.wrap(bytes);
    }
  }

  /// As access logs and events write the time of a request.
  public static String time(Instant at) {
    return TIME.format(at);
  }

  public String sourceIp() {
    var address = request.remote().getAddress();
    return address == null ? request.remote().getHostString() : address.getHostAddress();
  }

  /// The headers that functions and servers are shown: those of the client, and what API Gateway
  /// says of its connection.
  ///
  /// @param traceId the value of `X-Amzn-Trace-Id`, unless the client sent one
  public Headers forwarded(String traceId) {
    var sent = HopByHop.strip(request.headers()).without("content-length");
    var before = String.join(", ", sent.all("x-forwarded-for"));
    var ip = sourceIp();
    var scheme = request.secure() ? "https" : "http";
    var forwarded =
        sent.set("X-Forwarded-For", before.isEmpty() ? ip : before + ", " + ip)
            .set("X-Forwarded-Port", port(scheme))
            .set("X-Forwarded-Proto", scheme);
    return forwarded.has("x-amzn-trace-id")
        ? forwarded
        : forwarded.with("X-Amzn-Trace-Id", traceId);
  }

  private String port(String scheme) {
    var host = request.headers().first("host");
    int colon = host == null ? -1 : host.lastIndexOf(':');
    return host != null && colon > host.lastIndexOf(']')
        ? host.substring(colon + 1)
        : scheme.equals("https") ? "443" : "80";
  }

  /// The id of a new trace.
  public static String traceId(Call call) {
    return "Root=1-" + "%08x".formatted(call.now().getEpochSecond()) + '-' + call.ids().hex(24);
  }
}
