package brume.apigatewayv2.execution;

import brume.http.Response;
import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// The API itself answers, instead of what is behind the route.
final class Denial extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String text;
  private final @Nullable String challenge;

  private Denial(int status, String text, @Nullable String challenge) {
    super(text, null, false, false);
    this.status = status;
    this.text = text;
    this.challenge = challenge;
  }

  Denial(int status, String text) {
    this(status, text, null);
  }

  static Denial unauthorized() {
    return new Denial(401, "Unauthorized");
  }

  static Denial forbidden() {
    return new Denial(403, "Forbidden");
  }

  static Denial internal() {
    return new Denial(500, "Internal Server Error");
  }

  /// With the challenge that clients with tokens get.
  ///
  /// @param challengeValue the value of `WWW-Authenticate` (RFC 6750 §3)
  Denial challenging(String challengeValue) {
    return new Denial(status, text, challengeValue);
  }

  Response response() {
    var response = message(status, text);
    return challenge == null ? response : response.with("www-authenticate", challenge);
  }

  static Response message(int status, String text) {
    return Response.of(status, "application/json", Json.object("message", Json.of(text)).print());
  }
}
