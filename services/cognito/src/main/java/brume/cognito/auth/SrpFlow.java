package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.auth.Answer.Challenge;
import brume.cognito.secret.Seal;
import brume.cognito.srp.Exchange;
import brume.cognito.srp.Verifier;
import brume.cognito.user.User;
import brume.json.Json;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Signing in by Secure Remote Password: the password is proved and never sent.
final class SrpFlow {
  static final String PASSWORD_VERIFIER = "PASSWORD_VERIFIER";

  private static final int HEX = 16;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss z uuuu", Locale.ENGLISH);

  private final Applicants applicants;
  private final Sessions sessions;
  private final Seal seal;

  SrpFlow(Applicants applicants, Sessions sessions, Seal seal) {
    this.applicants = applicants;
    this.sessions = sessions;
    this.seal = seal;
  }

  /// @param data what the session keeps beside, for flows that go on afterwards
  Answer begin(Attempt attempt, Json.Obj data) {
    var name = attempt.require("USERNAME");
    var exchange = Exchange.begin(attempt.require("SRP_A"), attempt.call().ids());
    if (exchange == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid SRP_A value");
    }
    attempt.checkSecret(name);
    var user = applicants.find(attempt, name);
    if (user == null && !attempt.client().hidesWhoExists()) {
      throw Applicants.unknown(attempt);
    }
    if (user != null) {
      applicants.admit(attempt, user);
    }
    var verifier = verifier(attempt, name, user);
    var username = user == null ? invented(attempt, name) : user.username();
    var kept =
        data.with("key", Json.of(exchange.clientKey().toString(HEX)))
            .with("secret", Json.of(exchange.secret().toString(HEX)));
    var block = sessions.seal(attempt, username, PASSWORD_VERIFIER, kept);
    return new Challenge(
        PASSWORD_VERIFIER,
        Map.of(
            "USERNAME",
            username,
            Progress.USER_ID,
            username,
            "SALT",
            verifier.salt().toString(HEX),
            "SRP_B",
            exchange.serverKey(verifier).toString(HEX),
            "SECRET_BLOCK",
            toStandard(block)),
        null);
  }

  /// What was proved, and what the session kept beside.
  record Proof(User user, Json.Obj data) {}

  Proof check(Attempt attempt) {
    var block = attempt.require("PASSWORD_CLAIM_SECRET_BLOCK");
    var signature = decode(attempt.require("PASSWORD_CLAIM_SIGNATURE"));
    var timestamp = attempt.require("TIMESTAMP");
    requireTimestamp(timestamp);
    var session = sessions.resume(attempt, PASSWORD_VERIFIER, toUrl(block));
    attempt.checkSecret(session.username(), attempt.require("USERNAME"));
    var user = applicants.find(attempt, session.username());
    if (user == null || user.password() == null) {
      throw Applicants.incorrect();
    }
    applicants.requireFree(attempt, user);
    var exchange = new Exchange(number(session, "key"), number(session, "secret"));
    boolean isProved =
        exchange.proves(
            user.password().verifier(),
            attempt.pool().shortName(),
            user.username(),
            decode(block),
            timestamp,
            signature);
    if (!isProved) {
      throw applicants.failed(attempt, user, Applicants.incorrect());
    }
    sessions.spend(attempt, session);
    return new Proof(applicants.succeeded(attempt, user), session.data());
  }

  private Verifier verifier(Attempt attempt, String name, @Nullable User user) {
    return user == null || user.password() == null
        ? Verifier.ofNobody(seal.mark("nobody " + attempt.pool().id() + ' ' + name))
        : user.password().verifier();
  }

  /// Of whoever does not exist, a username that looks like those of others.
  private String invented(Attempt attempt, String name) {
    return attempt.pool().usernameAttributes().isEmpty()
        ? name
        : UUID.nameUUIDFromBytes(seal.mark("name " + attempt.pool().id() + ' ' + name)).toString();
  }

  private static void requireTimestamp(String timestamp) {
    try {
      TIMESTAMP.parse(timestamp);
    } catch (DateTimeParseException _) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
    }
  }

  private static BigInteger number(Session session, String name) {
    var text = Objects.requireNonNull(session.data().get(name)).text();
    return new BigInteger(Objects.requireNonNull(text), HEX);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid Base64 in the challenge responses");
    }
  }

  /// Clients decode the block, in the alphabet that is not for URLs.
  private static String toStandard(String url) {
    return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(url));
  }

  private static String toUrl(String standard) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(decode(standard));
  }
}
