package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.auth.Answer.Authenticated;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.token.Tokens;
import brume.json.Json;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Signs users in: the flows and the challenges between.
///
/// Source: Amazon Cognito Developer Guide, "Authentication flows".
public final class SignIn {
  private final Progress progress;
  private final PasswordFlow password;
  private final SrpFlow srp;
  private final RefreshFlow refresh;
  private final Challenges challenges;
  private final CustomFlow custom;

  public SignIn(Directory directory, Tokens tokens) {
    var sessions = new Sessions(directory);
    var applicants = new Applicants(directory);
    var factors = new SecondFactors(directory);
    progress = new Progress(sessions, factors, tokens);
    password = new PasswordFlow(applicants, new Migration(directory), progress, directory.seal());
    srp = new SrpFlow(applicants, sessions, directory.seal());
    refresh = new RefreshFlow(directory, tokens);
    challenges = new Challenges(directory, applicants, sessions, factors, progress);
    custom = new CustomFlow(applicants, sessions, srp, progress);
  }

  /// @param flow such as `USER_SRP_AUTH`
  public Answer begin(Attempt attempt, String flow) {
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> {
        require(attempt, flow, "USER_PASSWORD_AUTH flow not enabled for this client");
        yield password.begin(attempt);
      }
      case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> {
        requireAdmin(attempt);
        yield password.begin(attempt);
      }
      case "USER_SRP_AUTH" -> {
        require(attempt, flow, "USER_SRP_AUTH is not enabled for the client.");
        yield srp.begin(attempt, Json.Obj.EMPTY);
      }
      case "CUSTOM_AUTH" -> {
        require(attempt, flow, "CUSTOM_AUTH is not enabled for the client.");
        yield custom.begin(attempt);
      }
      case "REFRESH_TOKEN", "REFRESH_TOKEN_AUTH" -> refresh(attempt);
      default -> throw lacking("the authentication flow " + flow);
    };
  }

  /// The same by a pool's own page, which every client may use.
  public Answer byPage(Attempt attempt) {
    return password.begin(attempt);
  }

  private Answer refresh(Attempt attempt) {
    require(attempt, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN_AUTH is not enabled for the client.");
    if (attempt.client().rotatesRefreshTokens()) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Refresh token rotation is enabled for the client: use GetTokensFromRefreshToken");
    }
    var token = attempt.require("REFRESH_TOKEN");
    var client = attempt.client();
    var user = refresh.owner(client, token);
    attempt.checkSecret(user.username(), user.sub(), user.attributes().getOrDefault("email", ""));
    return new Authenticated(
        user, refresh.refresh(attempt.call(), client, token, attempt.metadata()));
  }

  /// @param session as the challenge gave it; null where its parameters carried it
  public Answer respond(Attempt attempt, String challenge, @Nullable String session) {
    return switch (challenge) {
      case SrpFlow.PASSWORD_VERIFIER -> {
        var proof = srp.check(attempt);
        yield custom.isBegun(proof.data())
            ? custom.afterPassword(attempt, proof.user(), proof.data())
            : progress.afterPassword(attempt, proof.user());
      }
      case Progress.NEW_PASSWORD_REQUIRED -> challenges.newPassword(attempt, given(session));
      case Progress.SOFTWARE_TOKEN_MFA -> challenges.softwareToken(attempt, given(session));
      case Progress.SMS_MFA -> challenges.text(attempt, given(session));
      case Progress.SELECT_MFA_TYPE -> challenges.chosen(attempt, given(session));
      case Progress.MFA_SETUP -> challenges.appIsSetUp(attempt, given(session));
      case CustomFlow.CHALLENGE -> custom.answer(attempt, given(session));
      default -> throw lacking("the challenge " + challenge);
    };
  }

  private static String given(@Nullable String session) {
    if (session == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("Missing required parameter Session");
    }
    return session;
  }

  private static void require(Attempt attempt, String flow, String refusal) {
    if (!attempt.client().allows(flow)) {
      throw INVALID_PARAMETER_EXCEPTION.because(refusal);
    }
  }

  private static void requireAdmin(Attempt attempt) {
    if (attempt.way() != Attempt.Way.ADMIN) {
      throw INVALID_PARAMETER_EXCEPTION.because("Initiate Auth method not supported.");
    }
    boolean isAllowed =
        attempt.client().allows("ADMIN_USER_PASSWORD_AUTH")
            || attempt.client().allows("ADMIN_NO_SRP_AUTH");
    if (!isAllowed) {
      throw INVALID_PARAMETER_EXCEPTION.because("Auth flow not enabled for this client");
    }
  }

  private static ServiceException lacking(String what) {
    return Lacking.of(what);
  }
}
