package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.PASSWORD_RESET_REQUIRED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_CONFIRMED_EXCEPTION;

import brume.cognito.auth.Answer.Authenticated;
import brume.cognito.auth.Answer.Challenge;
import brume.cognito.pool.Pool;
import brume.cognito.token.Tokens;
import brume.cognito.trigger.Event;
import brume.cognito.trigger.Trigger;
import brume.cognito.trigger.Triggers;
import brume.cognito.user.User;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What comes after a right password: what the user still has to do, or the tokens.
final class Progress {
  static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";
  static final String SOFTWARE_TOKEN_MFA = "SOFTWARE_TOKEN_MFA";
  static final String SMS_MFA = "SMS_MFA";
  static final String SELECT_MFA_TYPE = "SELECT_MFA_TYPE";
  static final String MFA_SETUP = "MFA_SETUP";

  /// The claim that names the user in the answers of clients that do not know its alias.
  static final String USER_ID = "USER_ID_FOR_SRP";

  private final Sessions sessions;
  private final SecondFactors factors;
  private final Tokens tokens;

  Progress(Sessions sessions, SecondFactors factors, Tokens tokens) {
    this.sessions = sessions;
    this.factors = factors;
    this.tokens = tokens;
  }

  Answer afterPassword(Attempt attempt, User user) {
    return switch (user.status()) {
      case UNCONFIRMED -> throw USER_NOT_CONFIRMED_EXCEPTION.because("User is not confirmed.");
      case RESET_REQUIRED ->
          throw PASSWORD_RESET_REQUIRED_EXCEPTION.because("Password reset required for the user");
      case FORCE_CHANGE_PASSWORD -> newPassword(attempt, user);
      case CONFIRMED -> afterConfirmation(attempt, user, "Authentication");
    };
  }

  private Answer newPassword(Attempt attempt, User user) {
    if (Objects.requireNonNull(user.password()).expiredAt(attempt.call().now())) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Temporary password has expired and must be reset by an administrator.");
    }
    var required =
        attempt.pool().schema().attributes().stream()
            .filter(attribute -> Boolean.TRUE.equals(attribute.required()))
            .map(attribute -> Objects.requireNonNull(attribute.name()))
            .filter(name -> !name.equals("sub") && !user.attributes().containsKey(name))
            .map(name -> Json.of("userAttributes." + name))
            .toList();
    return challenge(
        attempt,
        user,
        NEW_PASSWORD_REQUIRED,
        Map.of(
            "userAttributes", Event.texts(user.attributes()).print(),
            "requiredAttributes", new Json.Arr(required).print()));
  }

  /// @param source of the tokens, as functions are told it
  Answer afterConfirmation(Attempt attempt, User user, String source) {
    var pool = attempt.pool();
    var possible = factors.of(pool, user);
    if (possible.size() > 1) {
      return challenge(
          attempt, user, SELECT_MFA_TYPE, Map.of("MFAS_CAN_CHOOSE", names(possible).print()));
    }
    if (possible.size() == 1) {
      return ask(attempt, user, possible.getFirst());
    }
    if (pool.mfa() == Pool.Mfa.ON) {
      return setUp(attempt, user);
    }
    return signedIn(attempt, user, source);
  }

  Answer ask(Attempt attempt, User user, Factor factor) {
    return switch (factor) {
      case SMS_MFA -> {
        var to = factors.send(attempt, user);
        yield challenge(
            attempt,
            user,
            SMS_MFA,
            Map.of(
                "CODE_DELIVERY_DELIVERY_MEDIUM", to.medium().name(),
                "CODE_DELIVERY_DESTINATION", to.hidden()));
      }
      case SOFTWARE_TOKEN_MFA -> {
        var device = user.totp().device();
        yield challenge(
            attempt,
            user,
            SOFTWARE_TOKEN_MFA,
            device == null ? Map.of() : Map.of("FRIENDLY_DEVICE_NAME", device));
      }
    };
  }

  private Answer setUp(Attempt attempt, User user) {
    var kinds = factors.toSetUp(attempt.pool());
    if (kinds.isEmpty()) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "User does not have delivery config set to turn on SMS_MFA");
    }
    return challenge(attempt, user, MFA_SETUP, Map.of("MFAS_CAN_SETUP", names(kinds).print()));
  }

  private static Json names(List<Factor> factors) {
    return new Json.Arr(factors.stream().map(factor -> Json.of(factor.name())).toList());
  }

  private Answer challenge(
      Attempt attempt, User user, String name, Map<String, String> parameters) {
    var all = new LinkedHashMap<>(parameters);
    all.put(USER_ID, user.username());
    var session = sessions.open(attempt, user.username(), name, Json.Obj.EMPTY);
    return new Challenge(name, all, session);
  }

  Answer signedIn(Attempt attempt, User user, String source) {
    Triggers.ask(
        attempt.call(),
        Trigger.POST_AUTHENTICATION,
        Event.about(attempt.client(), "PostAuthentication_Authentication", user, attempt.metadata())
            .asking("newDeviceUsed", Json.of(false)));
    var occasion =
        new Tokens.Occasion(attempt.call(), attempt.client(), user, source, attempt.metadata());
    return new Authenticated(
        user,
        attempt.way() == Attempt.Way.PAGE
            ? null
            : tokens.begin(occasion, List.of(Tokens.ADMIN_SCOPE), null));
  }
}
