package brume.http.server;

import brume.base.Body;
import brume.http.Response;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the status and the fields of a response on the engine's. The fields that frame the message
/// are ours to set, whatever the handler wrote (RFC 9112 §6 and §9).
final class ResponseHead {
  private static final Set<String> FRAMING =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

  private final HttpServerRequest request;
  private final HttpServerResponse out;
  private final HttpDate date;

  ResponseHead(HttpServerRequest request, HttpDate date) {
    this.request = request;
    out = request.response();
    this.date = date;
  }

  /// Whether a response of this status to this request ends with its head (RFC 9110 §6.4.1).
  boolean bodiless(int status) {
    return status == 204 || status == 304 || head();
  }

  private boolean head() {
    return HttpMethod.HEAD.equals(request.method());
  }

  /// @param close whether the connection ends with this response
  void put(Response response, boolean close) {
    out.setStatusCode(response.status());
    var headers = out.headers();
    for (var field : response.headers().fields()) {
      if (!FRAMING.contains(field.name().toLowerCase(Locale.ROOT))) {
        headers.add(field.name(), field.value());
      }
    }
    if (!headers.contains("date")) {
      headers.add("Date", date.now());
    }
    var length = contentLength(response);
    if (length != null) {
      headers.add("Content-Length", length);
    } else if (!bodiless(response.status()) && request.version() == HttpVersion.HTTP_1_1) {
      out.setChunked(true);
    }
    if (close && request.version() != HttpVersion.HTTP_2) {
      headers.add("Connection", "close");
    }
  }

  /// To HEAD the length that GET would have, which the handler may know without having a body.
  private @Nullable String contentLength(Response response) {
    var body = response.body();
    if (response.status() == 204) {
      return null;
    }
    var stated = response.headers().first("content-length");
    if (response.status() == 304 || (head() && stated != null && body.length() <= 0)) {
      return stated;
    }
    return body.length() == Body.UNKNOWN ? null : Long.toString(body.length());
  }
}
