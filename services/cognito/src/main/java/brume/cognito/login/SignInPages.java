package brume.cognito.login;

import brume.cognito.auth.Answer;
import brume.cognito.auth.Attempt;
import brume.cognito.auth.AuthenticatorApps;
import brume.cognito.auth.SignIn;
import brume.cognito.oauth.AuthorizationRequest;
import brume.cognito.user.User;
import brume.http.Response;
import brume.shape.ServiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signing in, page by page.
final class SignInPages {
  private static final String DESTINATION = "CODE_DELIVERY_DESTINATION";
  private static final String CHOICES = "MFAS_CAN_CHOOSE";
  private static final Map<String, String> FACTORS =
      Map.of("SMS_MFA", "By text message", "SOFTWARE_TOKEN_MFA", "From my authenticator app");

  private final SignIn signIn;
  private final AuthenticatorApps apps;

  SignInPages(SignIn signIn, AuthenticatorApps apps) {
    this.signIn = signIn;
    this.apps = apps;
  }

  /// What a step leads to: another page, or a user who is signed in.
  sealed interface Step {
    record Shown(Response page) implements Step {}

    record Done(User user) implements Step {}
  }

  Response form(Visit visit, @Nullable String error, @Nullable String notice) {
    var hint = visit.query().first("login_hint");
    var name = visit.form().isEmpty() ? (hint == null ? "" : hint) : visit.field("username");
    var csrf = Csrf.of(visit);
    var byEmail = visit.pool().usernameAttributes().contains("email");
    var page =
        new Page("Sign in")
            .error(error)
            .notice(notice)
            .begin(visit.to("login"), csrf)
            .field("username", byEmail ? "Email" : "Username", "text", "username", name)
            .field("password", "Password", "password", "current-password", "")
            .end("Sign in")
            .link(visit.to("forgotPassword"), "Forgot your password?");
    if (!visit.pool().onlyAdminsCreateUsers()) {
      page.link(visit.to("signup"), "Need an account? Sign up");
    }
    return Csrf.keep(visit, page.answer(error == null ? 200 : 400), csrf);
  }

  Step password(Visit visit, AuthorizationRequest asked) {
    var parameters =
        Map.of("USERNAME", visit.field("username"), "PASSWORD", visit.field("password"));
    try {
      return next(visit, signIn.byPage(attempt(visit, asked, parameters)));
    } catch (ServiceException refusal) {
      return new Step.Shown(form(visit, refusal.message(), null));
    }
  }

  /// An answer to a challenge: a code, or a password in place of a temporary one.
  Step answer(Visit visit, AuthorizationRequest asked, String challenge) {
    var parameters = new HashMap<>(Map.of("USERNAME", visit.field("username")));
    visit
        .form()
        .byName()
        .forEach(
            (name, values) -> {
              if (name.startsWith("userAttributes.")) {
                parameters.put(name, values.getFirst());
              }
            });
    var session = visit.field("session");
    try {
      switch (challenge) {
        case "SOFTWARE_TOKEN_MFA" -> parameters.put("SOFTWARE_TOKEN_MFA_CODE", visit.field("code"));
        case "SMS_MFA" -> parameters.put("SMS_MFA_CODE", visit.field("code"));
        case "SELECT_MFA_TYPE" -> parameters.put("ANSWER", visit.field("factor"));
        case "MFA_SETUP" ->
            session =
                Objects.requireNonNull(
                    apps.verifyBySession(visit.call(), session, visit.field("code"), null)
                        .session());
        default -> parameters.put("NEW_PASSWORD", visit.field("password"));
      }
      var attempt = attempt(visit, asked, parameters);
      return next(visit, signIn.respond(attempt, challenge, session));
    } catch (ServiceException refusal) {
      return new Step.Shown(again(visit, challenge, session, refusal.message()));
    }
  }

  private Response again(Visit visit, String challenge, String session, @Nullable String error) {
    var parameters = new HashMap<String, String>();
    parameters.put("USER_ID_FOR_SRP", visit.field("username"));
    parameters.put("key", visit.field("key"));
    parameters.put(DESTINATION, visit.field("destination"));
    parameters.put(CHOICES, visit.field("choices"));
    parameters.put("requiredAttributes", visit.field("requiredAttributes"));
    return challenge(visit, new Answer.Challenge(challenge, parameters, session), error);
  }

  private static Attempt attempt(
      Visit visit, AuthorizationRequest asked, Map<String, String> parameters) {
    return new Attempt(visit.call(), asked.client(), parameters, Map.of(), Attempt.Way.PAGE);
  }

  private Step next(Visit visit, Answer answer) {
    return switch (answer) {
      case Answer.Authenticated(var user, _) -> new Step.Done(user);
      case Answer.Challenge challenge -> new Step.Shown(challenge(visit, challenge, null));
    };
  }

  private Response challenge(Visit visit, Answer.Challenge challenge, @Nullable String error) {
    var csrf = Csrf.of(visit);
    var page =
        switch (challenge.name()) {
          case "SOFTWARE_TOKEN_MFA" ->
              begun(visit, "Enter your code", "mfa", challenge, csrf, error)
                  .field("code", "Code of your authenticator app", "text", "one-time-code", "");
          case "SMS_MFA" -> text(visit, challenge, csrf, error);
          case "SELECT_MFA_TYPE" -> choice(visit, challenge, csrf, error);
          case "NEW_PASSWORD_REQUIRED" -> newPassword(visit, challenge, csrf, error);
          case "MFA_SETUP" -> setup(visit, challenge, csrf, error);
          default -> throw new IllegalStateException("No page for " + challenge.name());
        };
    return Csrf.keep(visit, page.end("Go on").answer(error == null ? 200 : 400), csrf);
  }

  private static Page text(
      Visit visit, Answer.Challenge challenge, String csrf, @Nullable String error) {
    var destination = Objects.requireNonNullElse(challenge.parameters().get(DESTINATION), "");
    return begun(visit, "Enter your code", "smsMfa", challenge, csrf, error)
        .hidden("destination", destination)
        .text("A code was sent to " + destination + ".")
        .field("code", "Code", "text", "one-time-code", "");
  }

  private static Page choice(
      Visit visit, Answer.Challenge challenge, String csrf, @Nullable String error) {
    var choices = Objects.requireNonNullElse(challenge.parameters().get(CHOICES), "[]");
    var page =
        begun(visit, "Choose how to get a code", "selectMfa", challenge, csrf, error)
            .hidden("choices", choices);
    for (var name : names(choices)) {
      page.choice("factor", name, FACTORS.getOrDefault(name, name));
    }
    return page;
  }

  private static List<String> names(String list) {
    return List.of(list.replaceAll("[\\[\\]\"\\s]", "").split(","));
  }

  private static Page newPassword(
      Visit visit, Answer.Challenge challenge, String csrf, @Nullable String error) {
    var required = Objects.requireNonNullElse(challenge.parameters().get("requiredAttributes"), "");
    var page =
        begun(visit, "Choose a password", "newPassword", challenge, csrf, error)
            .hidden("requiredAttributes", required)
            .field("password", "New password", "password", "new-password", "");
    for (var name : names(required)) {
      if (!name.isEmpty()) {
        page.field(name, name.substring(name.indexOf('.') + 1), "text", "on", "");
      }
    }
    return page;
  }

  /// The key is made once, by the first showing.
  private Page setup(Visit visit, Answer.Challenge challenge, String csrf, @Nullable String error) {
    var key = Objects.requireNonNullElse(challenge.parameters().get("key"), "");
    var session = Objects.requireNonNull(challenge.session());
    if (key.isEmpty()) {
      var made = apps.associateBySession(visit.call(), session);
      key = Objects.requireNonNull(made.secretCode());
      session = Objects.requireNonNull(made.session());
    }
    var named = new Answer.Challenge(challenge.name(), challenge.parameters(), session);
    return begun(visit, "Set up an authenticator app", "mfaSetup", named, csrf, error)
        .hidden("key", key)
        .text("Put this key into your authenticator app, then enter the code that it shows.")
        .code(key)
        .field("code", "Code", "text", "one-time-code", "");
  }

  private static Page begun(
      Visit visit,
      String title,
      String action,
      Answer.Challenge challenge,
      String csrf,
      @Nullable String error) {
    var user = Objects.requireNonNull(challenge.parameters().get("USER_ID_FOR_SRP"));
    return new Page(title)
        .error(error)
        .begin(visit.to(action), csrf)
        .hidden("username", user)
        .hidden("session", Objects.requireNonNull(challenge.session()));
  }
}
