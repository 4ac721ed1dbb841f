package brume.cognito.login;

import brume.cognito.account.Parts;
import brume.cognito.data.Directory;
import brume.cognito.oauth.AuthorizationRequest;
import brume.cognito.oauth.Codes;
import brume.cognito.oauth.RefusedException;
import brume.cognito.oauth.TokenEndpoint;
import brume.cognito.token.Tokens;
import brume.cognito.user.User;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.service.Call;
import brume.service.Site;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The domains of pools: `<prefix>.auth.<region>.…`, with the sign-in pages and the endpoints of
/// OAuth 2.0.
///
/// Source: Amazon Cognito Developer Guide, "User pool endpoints and managed login reference".
public final class LoginSite implements Site {
  private static final String FORBIDDEN = "This page has expired. Please try again.";

  private final Directory directory;
  private final Tokens tokens;
  private final TokenEndpoint endpoint;
  private final UserInfo userInfo;
  private final Codes codes;
  private final LoginSessions sessions;
  private final SignInPages signIn;
  private final AccountPages account;
  private final String styles;

  public LoginSite(Parts parts) {
    directory = parts.directory();
    tokens = parts.tokens();
    endpoint = new TokenEndpoint(directory, tokens, parts.refresh());
    userInfo = new UserInfo(parts.accessTokens());
    codes = new Codes(directory);
    sessions = new LoginSessions(directory);
    signIn = new SignInPages(parts.signIn(), parts.apps());
    account = new AccountPages(parts, signIn);
    styles = styles();
  }

  private static String styles() {
    try (var stream = LoginSite.class.getResourceAsStream("login.css")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String kind() {
    return "auth";
  }

  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    var domain = directory.domains().find(call.scope().region(), name);
    if (domain == null) {
      return new Page("Page not found").answer(404);
    }
    Visit visit;
    try {
      visit = Visit.of(call, domain.pool(), request);
    } catch (IllegalArgumentException malformed) {
      return new Page("Bad request").answer(400);
    }
    return request.path().startsWith("/oauth2/") && !request.path().equals("/oauth2/authorize")
        ? api(visit)
        : page(visit);
  }

  private Response api(Visit visit) {
    var headers = visit.request().headers();
    var path = visit.request().path();
    if (path.equals("/oauth2/userInfo")) {
      return userInfo.of(visit);
    }
    if (!visit.request().method().equals("POST")) {
      return Response.of(405).with("Allow", "POST");
    }
    try {
      return switch (path) {
        case "/oauth2/token" ->
            json(200, endpoint.token(visit.call(), visit.pool(), headers, visit.form()))
                .with("Cache-Control", "no-store");
        case "/oauth2/revoke" -> {
          endpoint.revoke(visit.pool(), headers, visit.form());
          yield Response.of(200).with("Access-Control-Allow-Origin", "*");
        }
        default -> new Page("Page not found").answer(404);
      };
    } catch (RefusedException refusal) {
      var error = Json.object("error", Json.of(refusal.code()));
      var description = refusal.getMessage();
      return json(
          400, description == null ? error : error.with("error_description", Json.of(description)));
    }
  }

  static Response json(int status, Json json) {
    return Response.of(status, "application/json;charset=UTF-8", json.print())
        .with("Access-Control-Allow-Origin", "*");
  }

  private Response page(Visit visit) {
    boolean isPost = visit.request().method().equals("POST");
    try {
      return switch (visit.request().path()) {
        case "/login.css" -> Response.of(200, "text/css; charset=utf-8", styles);
        case "/oauth2/authorize" -> authorize(visit, request(visit));
        case "/logout" -> logout(visit);
        default -> isPost ? posted(visit, request(visit)) : shown(visit);
      };
    } catch (RefusedException refusal) {
      return refusal.redirect() == null ? refused(refusal) : redirect(refusal.redirect());
    }
  }

  private AuthorizationRequest request(Visit visit) {
    return AuthorizationRequest.of(directory, visit.pool(), visit.query());
  }

  private static Response refused(RefusedException refusal) {
    var text = refusal.getMessage() == null ? refusal.code() : refusal.getMessage();
    return new Page("An error was encountered with the requested page.").error(text).answer(400);
  }

  private Response authorize(Visit visit, AuthorizationRequest asked) {
    var signedIn = "login".equals(asked.prompt()) ? null : sessions.find(visit);
    if (signedIn != null) {
      return authorized(visit, asked, signedIn.user(), signedIn.authenticated());
    }
    if ("none".equals(asked.prompt())) {
      throw asked.loginRequired();
    }
    return redirect(visit.to("../login"));
  }

  private Response shown(Visit visit) {
    var _ = request(visit);
    return switch (visit.request().path()) {
      case "/login" -> signIn.form(visit, null, null);
      case "/signup" -> account.signUp(visit, null);
      case "/forgotPassword" -> account.forgot(visit, null);
      default -> new Page("Page not found").answer(404);
    };
  }

  private Response posted(Visit visit, AuthorizationRequest asked) {
    if (!Csrf.isRight(visit)) {
      return signIn.form(visit, FORBIDDEN, null);
    }
    return switch (visit.request().path()) {
      case "/login" -> after(visit, asked, signIn.password(visit, asked));
      case "/mfa" -> after(visit, asked, signIn.answer(visit, asked, "SOFTWARE_TOKEN_MFA"));
      case "/smsMfa" -> after(visit, asked, signIn.answer(visit, asked, "SMS_MFA"));
      case "/selectMfa" -> after(visit, asked, signIn.answer(visit, asked, "SELECT_MFA_TYPE"));
      case "/mfaSetup" -> after(visit, asked, signIn.answer(visit, asked, "MFA_SETUP"));
      case "/newPassword" ->
          after(visit, asked, signIn.answer(visit, asked, "NEW_PASSWORD_REQUIRED"));
      case "/signup" -> account.signedUp(visit, asked);
      case "/confirm" -> account.confirmed(visit, asked);
      case "/forgotPassword" -> account.codeSent(visit, asked);
      case "/confirmForgotPassword" -> account.passwordSet(visit, asked);
      default -> new Page("Page not found").answer(404);
    };
  }

  private Response after(Visit visit, AuthorizationRequest asked, SignInPages.Step step) {
    return switch (step) {
      case SignInPages.Step.Shown(var page) -> page;
      case SignInPages.Step.Done(var user) -> {
        var now = visit.call().now();
        var cookie = sessions.open(visit.pool(), user, now);
        var seconds = LoginSessions.VALIDITY.toSeconds();
        yield authorized(visit, asked, user, now)
            .with("Set-Cookie", visit.setCookie(LoginSessions.COOKIE, cookie, seconds));
      }
    };
  }

  /// Sends the user back to the client, with a code or with tokens.
  private Response authorized(
      Visit visit, AuthorizationRequest asked, User user, Instant authenticated) {
    if (asked.responseType().equals("code")) {
      var code = codes.issue(visit.call(), asked, user.username(), authenticated);
      return redirect(asked.withCode(code));
    }
    var occasion = new Tokens.Occasion(visit.call(), asked.client(), user, "HostedAuth", Map.of());
    var authorization = new Tokens.Authorization(authenticated, asked.scopes(), asked.nonce());
    try {
      return redirect(asked.withTokens(tokens.authorized(occasion, authorization, false)));
    } catch (ServiceException refusal) {
      return signIn.form(visit, refusal.message(), null);
    }
  }

  /// Source: Amazon Cognito Developer Guide, "The managed login sign-out endpoint".
  private Response logout(Visit visit) {
    var forgotten = visit.setCookie(LoginSessions.COOKIE, "", 0);
    var target = visit.query().first("logout_uri");
    if (target == null) {
      var _ = request(visit);
      return redirect(visit.to("login")).with("Set-Cookie", forgotten);
    }
    requireLogout(visit, target);
    return redirect(target).with("Set-Cookie", forgotten);
  }

  private void requireLogout(Visit visit, String target) {
    var client = AuthorizationRequest.client(directory, visit.pool(), visit.query());
    if (!client.logouts().contains(target)) {
      throw new RefusedException("redirect_mismatch", null);
    }
  }

  private static Response redirect(@Nullable String target) {
    return Response.of(302)
        .with("Location", Objects.requireNonNull(target))
        .with("Cache-Control", "no-store");
  }
}
