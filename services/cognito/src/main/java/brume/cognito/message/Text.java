package brume.cognito.message;

import brume.json.Json;
import brume.model.cognitoidp.SmsConfigurationType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text to a user's phone.
///
/// @param role that Cognito takes on to send it
/// @param externalId what the role's trust policy may ask for
record Text(String role, @Nullable String externalId, String number, String body, String poolArn) {
  static Text of(SmsConfigurationType configuration, Message filled, String poolArn) {
    return new Text(
        configuration.snsCallerArn(),
        configuration.externalId(),
        filled.to().address(),
        filled.body(),
        poolArn);
  }

  Json json() {
    return Json.object(
        "role", Json.of(role),
        "externalId", Json.of(externalId),
        "number", Json.of(number),
        "body", Json.of(body),
        "pool", Json.of(poolArn));
  }

  static Text of(Json.Obj json) {
    var external = json.get("externalId");
    return new Text(
        text(json, "role"),
        external == null ? null : external.text(),
        text(json, "number"),
        text(json, "body"),
        text(json, "pool"));
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }
}
