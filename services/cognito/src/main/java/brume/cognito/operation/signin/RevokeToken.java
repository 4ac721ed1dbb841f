package brume.cognito.operation.signin;

import static brume.model.cognitoidp.CognitoIdentityProviderError.UNSUPPORTED_OPERATION_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.UNSUPPORTED_TOKEN_TYPE_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.request.ClientSecret;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.Tokens;
import brume.model.cognitoidp.RevokeTokenRequest;
import brume.model.cognitoidp.RevokeTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends the sign-in that a refresh token stands for: no token that came from it counts any more.
final class RevokeToken implements Operation<RevokeTokenRequest, RevokeTokenResponse> {
  private final Directory directory;
  private final Tokens tokens;

  RevokeToken(Directory directory, Tokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, RevokeTokenRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public RevokeTokenResponse run(Call call, RevokeTokenRequest input) {
    var client = directory.clients().get(input.clientId());
    ClientSecret.check(client, input.clientSecret());
    if (!client.revokesTokens()) {
      throw UNSUPPORTED_OPERATION_EXCEPTION.because("Token revocation is not enabled");
    }
    var content = tokens.refreshTokens().open(client, input.token());
    if (content == null) {
      throw UNSUPPORTED_TOKEN_TYPE_EXCEPTION.because("Unsupported token type");
    }
    directory.grants().revoke(client.pool(), content.username(), content.grantId());
    return new RevokeTokenResponse();
  }
}
