package brume.apigatewayv2.execution;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.model.apigatewayv2.Cors;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The headers by which an HTTP API lets pages of other origins use it.
///
/// Source: API Gateway Developer Guide, "Configure CORS for HTTP APIs in API Gateway".
record CorsAnswers(Cors cors) {
  private static final String PREFIX = "access-control-";
  private static final List<String> SCHEMES = List.of("https://", "http://");

  /// Whether a request is a preflight, which the API answers itself.
  static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.headers().has("origin")
        && request.headers().has(PREFIX + "request-method");
  }

  Response preflight(Request request) {
    var headers = origin(request);
    if (!headers.fields().isEmpty()) {
      headers = listed(headers, "allow-methods", cors.allowMethods());
      headers = listed(headers, "allow-headers", cors.allowHeaders());
      headers =
          cors.maxAge() == null
              ? headers
              : headers.with(PREFIX + "max-age", cors.maxAge().toString());
    }
    return new Response(204, headers, Body.EMPTY);
  }

  /// A response with the API's headers in place of those that the integration gave.
  Response on(Request request, Response response) {
    var kept =
        Headers.of(
            response.headers().fields().stream()
                .filter(field -> !field.name().toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .toList());
    var headers = origin(request);
    if (!headers.fields().isEmpty()) {
      headers = listed(headers, "expose-headers", cors.exposeHeaders());
    }
    for (var field : headers.fields()) {
      kept = kept.with(field.name(), field.value());
    }
    return new Response(response.status(), kept, response.body());
  }

  private Headers origin(Request request) {
    var origin = request.headers().first("origin");
    var allowed = cors.allowOrigins() == null ? List.<String>of() : cors.allowOrigins();
    if (origin == null) {
      return Headers.EMPTY;
    }
    boolean any = allowed.contains("*");
    boolean fits =
        any
            || allowed.contains(origin)
            || SCHEMES.stream()
                .anyMatch(scheme -> allowed.contains(scheme + '*') && origin.startsWith(scheme));
    if (!fits) {
      return Headers.EMPTY;
    }
    var headers = Headers.of(PREFIX + "allow-origin", any ? "*" : origin);
    return Boolean.TRUE.equals(cors.allowCredentials())
        ? headers.with(PREFIX + "allow-credentials", "true")
        : headers;
  }

  private static Headers listed(Headers headers, String name, @Nullable List<String> values) {
    return values == null || values.isEmpty()
        ? headers
        : headers.with(PREFIX + name, String.join(",", values));
  }
}
