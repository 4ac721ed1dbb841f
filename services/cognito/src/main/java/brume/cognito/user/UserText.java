package brume.cognito.user;

import brume.cognito.srp.Verifier;
import brume.identity.login.Attempts;
import brume.json.Json;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A user as JSON, before it is sealed for the store.
public final class UserText {
  private static final int HEX = 16;

  private UserText() {}

  public static String write(User user) {
    var attributes = new LinkedHashMap<String, Json>();
    user.attributes().forEach((name, value) -> attributes.put(name, Json.of(value)));
    var codes = new LinkedHashMap<String, Json>();
    user.codes().forEach((purpose, code) -> codes.put(purpose.name(), write(code)));
    return Json.object(
            "username", Json.of(user.username()),
            "sub", Json.of(user.sub()),
            "attributes", new Json.Obj(attributes),
            "status", Json.of(user.status().name()),
            "enabled", Json.of(user.enabled()),
            "created", Json.of(user.created().toString()),
            "modified", Json.of(user.modified().toString()),
            "password", write(user.password()),
            "codes", new Json.Obj(codes),
            "totp", write(user.totp()),
            "sms", write(user.sms()),
            "failures", Json.of(user.attempts().failures()),
            "lastFailure", time(user.attempts().last()),
            "signedOut", time(user.signedOut()))
        .print();
  }

  private static Json write(@Nullable Password password) {
    return password == null
        ? Json.ofNull()
        : Json.object(
            "salt", Json.of(password.verifier().salt().toString(HEX)),
            "verifier", Json.of(password.verifier().value().toString(HEX)),
            "expires", time(password.expires()));
  }

  private static Json write(Code code) {
    return Json.object(
        "value", Json.of(code.value()),
        "expires", time(code.expires()),
        "failures", Json.of(code.failures()),
        "about", Json.of(code.about()));
  }

  private static Json write(Totp totp) {
    return Json.object(
        "key", Json.of(totp.key()),
        "device", Json.of(totp.device()),
        "verified", Json.of(totp.verified()),
        "enabled", Json.of(totp.enabled()),
        "preferred", Json.of(totp.preferred()),
        "lastStep", Json.of(totp.lastStep()));
  }

  private static Json write(SmsFactor sms) {
    return Json.object("enabled", Json.of(sms.enabled()), "preferred", Json.of(sms.preferred()));
  }

  private static Json time(@Nullable Instant time) {
    return Json.of(time == null ? null : time.toString());
  }

  public static User read(String text) {
    var json = (Json.Obj) Json.parse(text);
    var attributes = new LinkedHashMap<String, String>();
    object(json, "attributes").fields().forEach((name, value) -> attributes.put(name, text(value)));
    var codes = new EnumMap<Code.Purpose, Code>(Code.Purpose.class);
    for (Map.Entry<String, Json> code : object(json, "codes").fields().entrySet()) {
      codes.put(Code.Purpose.valueOf(code.getKey()), code((Json.Obj) code.getValue()));
    }
    return new User(
        text(json, "username"),
        text(json, "sub"),
        attributes,
        User.Status.valueOf(text(json, "status")),
        Boolean.parseBoolean(text(json, "enabled")),
        Instant.parse(text(json, "created")),
        Instant.parse(text(json, "modified")),
        json.get("password") instanceof Json.Obj password ? password(password) : null,
        codes,
        totp(object(json, "totp")),
        json.get("sms") instanceof Json.Obj sms ? sms(sms) : SmsFactor.NONE,
        new Attempts(Integer.parseInt(text(json, "failures")), time(json, "lastFailure")),
        time(json, "signedOut"));
  }

  private static Password password(Json.Obj json) {
    var verifier =
        new Verifier(
            new BigInteger(text(json, "salt"), HEX), new BigInteger(text(json, "verifier"), HEX));
    return new Password(verifier, time(json, "expires"));
  }

  private static Code code(Json.Obj json) {
    return new Code(
        text(json, "value"),
        Instant.parse(text(json, "expires")),
        Integer.parseInt(text(json, "failures")),
        optional(json, "about"));
  }

  private static Totp totp(Json.Obj json) {
    return new Totp(
        optional(json, "key"),
        optional(json, "device"),
        Boolean.parseBoolean(text(json, "verified")),
        Boolean.parseBoolean(text(json, "enabled")),
        Boolean.parseBoolean(text(json, "preferred")),
        Long.parseLong(text(json, "lastStep")));
  }

  private static SmsFactor sms(Json.Obj json) {
    return new SmsFactor(
        Boolean.parseBoolean(text(json, "enabled")), Boolean.parseBoolean(text(json, "preferred")));
  }

  private static @Nullable Instant time(Json.Obj json, String name) {
    var text = optional(json, name);
    return text == null ? null : Instant.parse(text);
  }

  private static Json.Obj object(Json.Obj json, String name) {
    return (Json.Obj) Objects.requireNonNull(json.get(name));
  }

  private static String text(Json.Obj json, String name) {
    return text(Objects.requireNonNull(json.get(name)));
  }

  private static String text(Json value) {
    return Objects.requireNonNull(value.text());
  }

  private static @Nullable String optional(Json.Obj json, String name) {
    var value = json.get(name);
    return value == null ? null : value.text();
  }
}
