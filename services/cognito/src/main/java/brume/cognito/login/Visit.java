package brume.cognito.login;

import brume.cognito.pool.Pool;
import brume.http.QueryString;
import brume.http.Request;
import brume.service.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request to the pages of a pool.
///
/// @param form what was filled in; empty unless it is a POST
record Visit(Call call, Pool pool, Request request, QueryString query, QueryString form) {
  /// Of a form, in bytes.
  private static final int MAX_FORM = 64 << 10;

  /// Throws [IllegalArgumentException] for fields that are not well written.
  static Visit of(Call call, Pool pool, Request request) throws IOException {
    return new Visit(
        call.in(pool.scope()), pool, request, QueryString.parse(request.query()), form(request));
  }

  private static QueryString form(Request request) throws IOException {
    if (!request.method().equals("POST")) {
      return QueryString.EMPTY;
    }
    try (var body = request.body().open()) {
      var bytes = body.readNBytes(MAX_FORM + 1);
      if (bytes.length > MAX_FORM) {
        throw new IllegalArgumentException("A form of more than " + MAX_FORM + " bytes");
      }
      return QueryString.parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /// A field of the form; empty when it is missing.
  String field(String name) {
    var value = form.first(name);
    return value == null ? "" : value;
  }

  @Nullable String cookie(String name) {
    for (var header : request.headers().all("cookie")) {
      for (var pair : header.split(";")) {
        var parts = pair.strip().split("=", 2);
        if (parts.length == 2 && parts[0].equals(name)) {
          return parts[1];
        }
      }
    }
    return null;
  }

  /// A cookie for the pages alone: without a path it stays below the one that sets it.
  String setCookie(String name, String value, long seconds) {
    var secure = request.secure() ? "; Secure" : "";
    return name + '=' + value + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure;
  }

  /// The query behind the path of another page.
  String to(String page) {
    return request.query().isEmpty() ? page : page + '?' + request.query();
  }
}
