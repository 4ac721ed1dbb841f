package brume.cognito.login;

import brume.cognito.account.Parts;
import brume.cognito.oauth.AuthorizationRequest;
import brume.cognito.user.User;
import brume.http.Response;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.SchemaAttributeType;
import brume.model.cognitoidp.SignUpRequest;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signing up, and forgotten passwords.
final class AccountPages {
  /// In characters. Source: Amazon Cognito API reference, `SignUp`.
  private static final int MAX_USERNAME = 128;

  private final Parts parts;
  private final SignInPages signIn;

  AccountPages(Parts parts, SignInPages signIn) {
    this.parts = parts;
    this.signIn = signIn;
  }

  Response signUp(Visit visit, @Nullable String error) {
    var csrf = Csrf.of(visit);
    var page = new Page("Sign up").error(error).begin(visit.to("signup"), csrf);
    boolean byEmail = visit.pool().usernameAttributes().contains("email");
    page.field(
        "username", byEmail ? "Email" : "Username", "text", "username", visit.field("username"));
    for (var name : asked(visit)) {
      page.field(name, name, name.equals("email") ? "email" : "text", "on", visit.field(name));
    }
    page.field("password", "Password", "password", "new-password", "")
        .end("Sign up")
        .link(visit.to("login"), "Have an account already? Sign in");
    return Csrf.keep(visit, page.answer(error == null ? 200 : 400), csrf);
  }

  /// The attributes that a new user must have beside the name.
  private static List<String> asked(Visit visit) {
    var pool = visit.pool();
    var names = new ArrayList<String>();
    for (SchemaAttributeType attribute : pool.schema().attributes()) {
      var name = Objects.requireNonNull(attribute.name());
      boolean isNeeded = Boolean.TRUE.equals(attribute.required()) || pool.verifies(name);
      boolean isName = name.equals("sub") || pool.usernameAttributes().contains(name);
      if (isNeeded && !isName) {
        names.add(name);
      }
    }
    return names;
  }

  Response signedUp(Visit visit, AuthorizationRequest asked) {
    var attributes = asked(visit).stream().map(n -> new AttributeType(n, visit.field(n))).toList();
    var input =
        SignUpRequest.builder()
            .clientId(asked.client().id())
            .username(visit.field("username"))
            .password(visit.field("password"))
            .userAttributes(attributes)
            .build();
    int length = input.username().length();
    if (length == 0 || length > MAX_USERNAME) {
      return signUp(visit, "Choose a username of at most " + MAX_USERNAME + " characters.");
    }
    try {
      var user = parts.registration().signUp(visit.call(), asked.client(), input).user();
      return user.status() == User.Status.CONFIRMED
          ? signIn.form(visit, null, "You can sign in now.")
          : confirm(visit, null);
    } catch (ServiceException refusal) {
      return signUp(visit, refusal.message());
    }
  }

  Response confirm(Visit visit, @Nullable String error) {
    var csrf = Csrf.of(visit);
    var page =
        new Page("Confirm your account")
            .error(error)
            .text("We have sent you a code.")
            .begin(visit.to("confirm"), csrf)
            .hidden("username", visit.field("username"))
            .field("code", "Code", "text", "one-time-code", "")
            .end("Confirm");
    return Csrf.keep(visit, page.answer(error == null ? 200 : 400), csrf);
  }

  Response confirmed(Visit visit, AuthorizationRequest asked) {
    try {
      parts
          .confirmation()
          .confirm(
              visit.call(), asked.client(), visit.field("username"), visit.field("code"), Map.of());
      return signIn.form(visit, null, "Your account is confirmed.");
    } catch (ServiceException refusal) {
      return confirm(visit, refusal.message());
    }
  }

  Response forgot(Visit visit, @Nullable String error) {
    var csrf = Csrf.of(visit);
    var page =
        new Page("Forgot your password?")
            .error(error)
            .begin(visit.to("forgotPassword"), csrf)
            .field("username", "Username", "text", "username", visit.field("username"))
            .end("Send a code");
    return Csrf.keep(visit, page.answer(error == null ? 200 : 400), csrf);
  }

  Response codeSent(Visit visit, AuthorizationRequest asked) {
    try {
      var name = visit.field("username");
      parts.recovery().forgot(visit.call(), asked.client(), name, Map.of());
      return reset(visit, null);
    } catch (ServiceException refusal) {
      return forgot(visit, refusal.message());
    }
  }

  private static Response reset(Visit visit, @Nullable String error) {
    var csrf = Csrf.of(visit);
    var page =
        new Page("Set a new password")
            .error(error)
            .begin(visit.to("confirmForgotPassword"), csrf)
            .hidden("username", visit.field("username"))
            .field("code", "Code", "text", "one-time-code", "")
            .field("password", "New password", "password", "new-password", "")
            .end("Set the password");
    return Csrf.keep(visit, page.answer(error == null ? 200 : 400), csrf);
  }

  Response passwordSet(Visit visit, AuthorizationRequest asked) {
    try {
      parts
          .recovery()
          .confirm(
              visit.call(),
              asked.client(),
              visit.field("username"),
              visit.field("code"),
              visit.field("password"),
              Map.of());
      return signIn.form(visit, null, "Your password is changed.");
    } catch (ServiceException refusal) {
      return reset(visit, refusal.message());
    }
  }
}
