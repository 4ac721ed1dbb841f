package brume.lambda.url;

import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.model.lambda.Cors;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which web pages may call a function from a browser. Where it is configured, Lambda answers the
/// preflight requests and its own header fields take the place of the function's.
///
/// Source: AWS Lambda API reference, "Cors"; Fetch standard, "CORS protocol".
record CrossOrigin(@Nullable Cors cors) {
  private static final int OK = 200;
  private static final String ANY = "*";
  private static final String PREFIX = "Access-Control-";

  boolean isPreflight(Request request) {
    return cors != null
        && request.method().equals("OPTIONS")
        && request.headers().has("origin")
        && request.headers().has("access-control-request-method");
  }

  /// Without fields when the page, its method or its header fields are not allowed: the browser
  /// then refuses.
  Response preflight(Request request) {
    var response = Response.of(OK);
    var origin = origin(request);
    var method = request.headers().first("access-control-request-method");
    if (cors == null || origin == null || !has(cors.allowMethods(), method) || !hasAll(request)) {
      return response;
    }
    var headers = common(origin);
    headers = headers.with(PREFIX + "Allow-Methods", joined(cors.allowMethods(), method));
    var asked = request.headers().first("access-control-request-headers");
    if (asked != null) {
      headers = headers.with(PREFIX + "Allow-Headers", joined(cors.allowHeaders(), asked));
    }
    if (cors.maxAge() != null) {
      headers = headers.with(PREFIX + "Max-Age", cors.maxAge().toString());
    }
    return response.with(headers);
  }

  private boolean hasAll(Request request) {
    var asked = request.headers().first("access-control-request-headers");
    if (asked == null || cors == null) {
      return true;
    }
    for (var name : asked.split(",")) {
      if (!has(cors.allowHeaders(), name.strip())) {
        return false;
      }
    }
    return true;
  }

  Response with(Request request, Response response) {
    if (cors == null) {
      return response;
    }
    var headers = response.headers();
    for (var field : headers.fields()) {
      if (field.name().toLowerCase(Locale.ROOT).startsWith("access-control-")) {
        headers = headers.without(field.name());
      }
    }
    var origin = origin(request);
    if (origin != null) {
      headers = headers.with(common(origin));
      if (cors.exposeHeaders() != null && !cors.exposeHeaders().isEmpty()) {
        headers = headers.with(PREFIX + "Expose-Headers", String.join(",", cors.exposeHeaders()));
      }
    }
    return new Response(response.status(), headers, response.body());
  }

  private Headers common(String origin) {
    var headers = Headers.of(PREFIX + "Allow-Origin", origin, "Vary", "Origin");
    return cors != null && Boolean.TRUE.equals(cors.allowCredentials())
        ? headers.with(PREFIX + "Allow-Credentials", "true")
        : headers;
  }

  /// The request's own; null when that may not call.
  private @Nullable String origin(Request request) {
    var origin = request.headers().first("origin");
    return origin != null && cors != null && has(cors.allowOrigins(), origin) ? origin : null;
  }

  private static boolean has(@Nullable List<String> allowed, @Nullable String value) {
    return allowed != null
        && value != null
        && allowed.stream().anyMatch(each -> each.equals(ANY) || each.equalsIgnoreCase(value));
  }

  private static String joined(@Nullable List<String> allowed, @Nullable String asked) {
    return allowed == null || allowed.contains(ANY)
        ? String.valueOf(asked)
        : String.join(",", allowed);
  }
}
