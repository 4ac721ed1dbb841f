package brume.cognito.operation.mfa;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.auth.AuthenticatorApps;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.AssociateSoftwareTokenRequest;
import brume.model.cognitoidp.AssociateSoftwareTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives the key that a user puts into an authenticator app.
final class AssociateSoftwareToken
    implements Operation<AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse> {
  private final AccessTokens tokens;
  private final AuthenticatorApps apps;

  AssociateSoftwareToken(AccessTokens tokens, AuthenticatorApps apps) {
    this.tokens = tokens;
    this.apps = apps;
  }

  @Override
  public Access access(Call call, AssociateSoftwareTokenRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public AssociateSoftwareTokenResponse run(Call call, AssociateSoftwareTokenRequest input) {
    if (input.accessToken() == null) {
      if (input.session() == null) {
        throw INVALID_PARAMETER_EXCEPTION.because("AccessToken or Session is required");
      }
      return apps.associateBySession(call, input.session());
    }
    var bearer = tokens.owner(call, input.accessToken());
    var key = apps.associate(call, bearer.pool(), bearer.user().username());
    return new AssociateSoftwareTokenResponse(key, null);
  }
}
