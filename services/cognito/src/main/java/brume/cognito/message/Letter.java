package brume.cognito.message;

import brume.json.Json;
import java.util.Objects;

/// A mail to a user.
///
/// @param body HTML
record Letter(String from, String to, String subject, String body, String poolArn) {
  Json json() {
    return Json.object(
        "from", Json.of(from),
        "to", Json.of(to),
        "subject", Json.of(subject),
        "body", Json.of(body),
        "pool", Json.of(poolArn));
  }

  static Letter of(Json.Obj json) {
    return new Letter(
        text(json, "from"),
        text(json, "to"),
        text(json, "subject"),
        text(json, "body"),
        text(json, "pool"));
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }
}
