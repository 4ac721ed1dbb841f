package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.ENABLE_SOFTWARE_TOKEN_MFA_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.SOFTWARE_TOKEN_MFA_NOT_FOUND_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Users;
import brume.cognito.pool.Pool;
import brume.cognito.user.User;
import brume.model.cognitoidp.AssociateSoftwareTokenResponse;
import brume.model.cognitoidp.VerifySoftwareTokenResponse;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// Authenticator apps of users: set up by whoever is signed in, or by a sign-in that asks for one.
public final class AuthenticatorApps {
  /// Of a key, in letters of Base32: 160 bits, as RFC 4226 advises.
  private static final int KEY_LENGTH = 32;

  private final Directory directory;
  private final Sessions sessions;

  public AuthenticatorApps(Directory directory) {
    this.directory = directory;
    this.sessions = new Sessions(directory);
  }

  /// The new key of a user, which counts once it is verified.
  public String associate(Call call, Pool pool, String username) {
    if (!directory.mfa().offersApps(pool)) {
      throw SOFTWARE_TOKEN_MFA_NOT_FOUND_EXCEPTION.because(
          "Software token MFA is not enabled for the user pool.");
    }
    var key = call.ids().capitals(KEY_LENGTH);
    directory
        .users()
        .change(
            pool, username, (_, user) -> user.toBuilder().totp(user.totp().pending(key)).build());
    return key;
  }

  public AssociateSoftwareTokenResponse associateBySession(Call call, String sealed) {
    var resumed = sessions.resumeAny(call, Progress.MFA_SETUP, sealed);
    var session = resumed.session();
    var key = associate(call, resumed.attempt().pool(), session.username());
    sessions.spend(resumed.attempt(), session);
    return new AssociateSoftwareTokenResponse(key, next(resumed));
  }

  public void verify(Call call, Pool pool, String username, String code, @Nullable String device) {
    directory
        .users()
        .settle(
            pool,
            username,
            user -> {
              long step = user.totp().matches(code, call.now());
              return step < 0
                  ? new Users.Outcome(
                      failed(call, user),
                      ENABLE_SOFTWARE_TOKEN_MFA_EXCEPTION.because("Code mismatch"))
                  : Users.Outcome.of(
                      user.toBuilder()
                          .totp(user.totp().asVerified(device, step))
                          .modified(call.now())
                          .build());
            });
  }

  private static User failed(Call call, User user) {
    return user.toBuilder().attempts(user.attempts().failed(call.now())).build();
  }

  public VerifySoftwareTokenResponse verifyBySession(
      Call call, String sealed, String code, @Nullable String device) {
    var resumed = sessions.resumeAny(call, Progress.MFA_SETUP, sealed);
    var session = resumed.session();
    verify(call, resumed.attempt().pool(), session.username(), code, device);
    sessions.spend(resumed.attempt(), session);
    return new VerifySoftwareTokenResponse(next(resumed), "SUCCESS");
  }

  private String next(Sessions.Resumed resumed) {
    return sessions.open(
        resumed.attempt(),
        resumed.session().username(),
        Progress.MFA_SETUP,
        resumed.session().data());
  }
}
