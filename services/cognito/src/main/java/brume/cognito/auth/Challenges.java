package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.pool.PasswordRules;
import brume.cognito.srp.Verifier;
import brume.cognito.user.Code;
import brume.cognito.user.Password;
import brume.cognito.user.User;
import brume.identity.login.Attempts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Answers to what was asked after a right password.
final class Challenges {
  private static final String ATTRIBUTE = "userAttributes.";

  private final Directory directory;
  private final Applicants applicants;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Progress progress;

  Challenges(
      Directory directory,
      Applicants applicants,
      Sessions sessions,
      SecondFactors factors,
      Progress progress) {
    this.directory = directory;
    this.applicants = applicants;
    this.sessions = sessions;
    this.factors = factors;
    this.progress = progress;
  }

  /// A password in place of a temporary one, with the attributes that are still missing.
  Answer newPassword(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, Progress.NEW_PASSWORD_REQUIRED, sealed);
    var user = user(attempt, session);
    var password = attempt.require("NEW_PASSWORD");
    var pool = attempt.pool();
    new PasswordRules(pool.passwordPolicy()).check(password);
    var given = attributes(attempt);
    pool.schema().checkChange(given);
    var merged = new LinkedHashMap<>(user.attributes());
    merged.putAll(given);
    pool.schema().checkNew(merged);
    sessions.spend(attempt, session);
    var ids = attempt.call().ids();
    var verifier = Verifier.of(pool.shortName(), user.username(), password, ids);
    var changed =
        directory
            .users()
            .changeNames(
                pool,
                user.username(),
                (_, known) ->
                    known.toBuilder()
                        .attributes(given)
                        .password(new Password(verifier, null))
                        .status(User.Status.CONFIRMED)
                        .modified(attempt.call().now())
                        .build());
    return progress.afterConfirmation(attempt, changed, "NewPasswordChallenge");
  }

  private static Map<String, String> attributes(Attempt attempt) {
    var given = new LinkedHashMap<String, String>();
    attempt
        .parameters()
        .forEach(
            (name, value) -> {
              if (name.startsWith(ATTRIBUTE)) {
                given.put(name.substring(ATTRIBUTE.length()), value);
              }
            });
    if (given.containsKey("email_verified") || given.containsKey("phone_number_verified")) {
      throw INVALID_PARAMETER_EXCEPTION.because("Cannot modify an already provided email");
    }
    return given;
  }

  /// A code of the user's authenticator app.
  Answer softwareToken(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, Progress.SOFTWARE_TOKEN_MFA, sealed);
    var user = user(attempt, session);
    var code = attempt.require("SOFTWARE_TOKEN_MFA_CODE");
    long step = user.totp().matches(code, attempt.call().now());
    if (step < 0) {
      throw applicants.failed(attempt, user, Code.mismatchOf("Invalid code received for user"));
    }
    sessions.spend(attempt, session);
    var changed =
        directory
            .users()
            .change(
                attempt.pool(),
                user.username(),
                (_, known) -> known.toBuilder().totp(known.totp().used(step)).build());
    var signedIn = applicants.succeeded(attempt, changed);
    return progress.signedIn(attempt, signedIn, "Authentication");
  }

  /// A code that was sent to the user's phone.
  Answer text(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, Progress.SMS_MFA, sealed);
    var user = user(attempt, session);
    var given = attempt.require("SMS_MFA_CODE");
    var now = attempt.call().now();
    var signedIn =
        directory
            .users()
            .settle(attempt.pool(), user.username(), known -> checked(known, given, now));
    sessions.spend(attempt, session);
    return progress.signedIn(attempt, signedIn, "Authentication");
  }

  private static Users.Outcome checked(User user, String given, Instant now) {
    var code = user.codes().get(Code.Purpose.SMS_MFA);
    if (code == null) {
      return new Users.Outcome(user, Code.expired());
    }
    var refusal = code.refusal(given, now);
    if (refusal == null) {
      return Users.Outcome.of(
          user.toBuilder().withoutCode(Code.Purpose.SMS_MFA).attempts(Attempts.NONE).build());
    }
    return new Users.Outcome(
        user.toBuilder()
            .code(Code.Purpose.SMS_MFA, code.failed())
            .attempts(user.attempts().failed(now))
            .build(),
        refusal.error() == CODE_MISMATCH_EXCEPTION
            ? Code.mismatchOf("Invalid code or auth state for the user.")
            : refusal);
  }

  /// Which of several factors the user wants to be asked for.
  Answer chosen(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, Progress.SELECT_MFA_TYPE, sealed);
    var user = user(attempt, session);
    var answer = attempt.require("ANSWER");
    for (var factor : factors.of(attempt.pool(), user)) {
      if (factor.name().equals(answer)) {
        sessions.spend(attempt, session);
        return progress.ask(attempt, user, factor);
      }
    }
    throw INVALID_PARAMETER_EXCEPTION.because("Invalid MFA type: " + answer);
  }

  /// An authenticator app that was set up meanwhile.
  Answer appIsSetUp(Attempt attempt, String sealed) {
    var session = sessions.resume(attempt, Progress.MFA_SETUP, sealed);
    var user = user(attempt, session);
    if (!user.totp().verified()) {
      throw INVALID_PARAMETER_EXCEPTION.because("User has not set up software token mfa");
    }
    sessions.spend(attempt, session);
    var enabled =
        directory
            .users()
            .change(
                attempt.pool(),
                user.username(),
                (_, known) -> known.toBuilder().totp(known.totp().set(true, true)).build());
    return progress.signedIn(attempt, enabled, "Authentication");
  }

  private User user(Attempt attempt, Session session) {
    attempt.checkSecret(session.username(), attempt.require("USERNAME"));
    var user = applicants.find(attempt, session.username());
    if (user == null) {
      throw Applicants.unknown(attempt);
    }
    applicants.requireFree(attempt, user);
    return user;
  }
}
