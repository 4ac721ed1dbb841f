package brume.frontdoor;

import brume.frontdoor.locate.Destination;
import brume.http.Request;
import brume.http.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lets pages of this machine call the AWS API from a browser, as AWS's endpoints let all pages.
///
/// A page from elsewhere is not let in: it could sign with the development key, which everybody
/// knows. Buckets have rules of their own, and S3 heeds them.
///
/// Source: Fetch Standard, "CORS protocol".
final class CrossOrigin {
  /// How long a browser may remember the answer, in seconds. Source: what DynamoDB answers.
  private static final String MAX_AGE = "172800";

  private static final String ALLOWED_HEADERS =
      "authorization, content-type, cache-control, amz-sdk-invocation-id, amz-sdk-request,"
          + " x-amz-content-sha256, x-amz-date, x-amz-security-token, x-amz-target,"
          + " x-amz-user-agent";
  private static final String EXPOSED_HEADERS =
      "x-amzn-errortype, x-amzn-requestid, x-amz-request-id, date";

  private CrossOrigin() {}

  interface Inner {
    Response answer() throws java.io.IOException;
  }

  static Response around(Request request, Destination.Api api, Inner inner)
      throws java.io.IOException {
    var origin = request.headers().first("origin");
    if (origin == null || !isOfNoBucket(request, api)) {
      return inner.answer();
    }
    if (!isHere(origin, request)) {
      return Response.of(
          403, "text/plain; charset=utf-8", "Pages of " + origin + " may not call Brume\n");
    }
    var response =
        isPreflight(request)
            ? Response.of(200, "text/plain; charset=utf-8", "")
                .with("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                .with("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .with("Access-Control-Max-Age", MAX_AGE)
            : inner.answer().with("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    return response.with("Access-Control-Allow-Origin", origin).with("Vary", "Origin");
  }

  /// Services other than S3 are called at the root, where browsers call them at all.
  private static boolean isOfNoBucket(Request request, Destination.Api api) {
    return api.routed().path().equals("/") && request.path().equals("/");
  }

  private static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.headers().has("access-control-request-method");
  }

  private static boolean isHere(String origin, Request request) {
    var host = host(origin);
    return host != null
        && (host.equals("localhost")
            || host.endsWith(".localhost")
            || host.equals("127.0.0.1")
            || host.equals("[::1]")
            || host.equals(request.host()));
  }

  private static @Nullable String host(String origin) {
    try {
      var host = new URI(origin).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
