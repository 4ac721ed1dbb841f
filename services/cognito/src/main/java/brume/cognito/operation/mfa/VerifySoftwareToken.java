package brume.cognito.operation.mfa;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.auth.AuthenticatorApps;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.VerifySoftwareTokenRequest;
import brume.model.cognitoidp.VerifySoftwareTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a code as proof that a user's authenticator app has the key.
final class VerifySoftwareToken
    implements Operation<VerifySoftwareTokenRequest, VerifySoftwareTokenResponse> {
  private final AccessTokens tokens;
  private final AuthenticatorApps apps;

  VerifySoftwareToken(AccessTokens tokens, AuthenticatorApps apps) {
    this.tokens = tokens;
    this.apps = apps;
  }

  @Override
  public Access access(Call call, VerifySoftwareTokenRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public VerifySoftwareTokenResponse run(Call call, VerifySoftwareTokenRequest input) {
    if (input.accessToken() == null) {
      if (input.session() == null) {
        throw INVALID_PARAMETER_EXCEPTION.because("AccessToken or Session is required");
      }
      return apps.verifyBySession(
          call, input.session(), input.userCode(), input.friendlyDeviceName());
    }
    var bearer = tokens.owner(call, input.accessToken());
    apps.verify(
        call,
        bearer.pool(),
        bearer.user().username(),
        input.userCode(),
        input.friendlyDeviceName());
    return new VerifySoftwareTokenResponse(null, "SUCCESS");
  }
}
