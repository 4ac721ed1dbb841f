package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.REFRESH_TOKEN_REUSE_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.data.Grant;
import brume.cognito.pool.Client;
import brume.cognito.token.RefreshTokens;
import brume.cognito.token.Tokens;
import brume.cognito.user.User;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.Map;

/// Further tokens for a refresh token, which rotates where the client says so.
///
/// Source: Amazon Cognito Developer Guide, "Refresh tokens".
public final class RefreshFlow {
  private final Directory directory;
  private final Tokens tokens;

  public RefreshFlow(Directory directory, Tokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  /// Whose refresh token it is.
  ///
  /// Throws `NotAuthorizedException` for what is no refresh token of the client.
  User owner(Client client, String token) {
    return owner(client, content(client, token));
  }

  private RefreshTokens.Content content(Client client, String token) {
    var content = tokens.refreshTokens().open(client, token);
    if (content == null) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Invalid Refresh Token");
    }
    return content;
  }

  private User owner(Client client, RefreshTokens.Content content) {
    var user = directory.users().find(client.pool(), content.username());
    if (user == null) {
      throw revoked();
    }
    return user;
  }

  /// Throws `NotAuthorizedException` for what is no refresh token of the client, or no longer.
  public AuthenticationResultType refresh(
      Call call, Client client, String token, Map<String, String> metadata) {
    var content = content(client, token);
    var user = owner(client, content);
    if (!user.enabled()) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User is disabled.");
    }
    var grant = live(call, client, user, content);
    boolean rotates = client.rotatesRefreshTokens();
    if (rotates && content.generation() == grant.generation()) {
      grant = rotated(call, client, user, grant);
    }
    var occasion = new Tokens.Occasion(call, client, user, "RefreshTokens", metadata);
    return tokens.issue(occasion, grant, rotates);
  }

  private Grant live(Call call, Client client, User user, RefreshTokens.Content content) {
    var grant = directory.grants().find(client.pool(), user.username(), content.grantId());
    if (grant == null) {
      throw revoked();
    }
    if (!call.now().isBefore(grant.expires())) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Refresh Token has expired");
    }
    var rotated = grant.rotated();
    boolean isReplaced = content.generation() < grant.generation();
    boolean isInGrace =
        content.generation() == grant.generation() - 1
            && rotated != null
            && call.now().isBefore(rotated.plus(client.refreshGrace()));
    if (isReplaced && !isInGrace) {
      throw REFRESH_TOKEN_REUSE_EXCEPTION.because("Refresh token has been rotated already");
    }
    return grant;
  }

  private Grant rotated(Call call, Client client, User user, Grant grant) {
    return directory
        .grants()
        .change(
            client.pool(),
            user.username(),
            grant.id(),
            known -> known.generation() == grant.generation() ? known.rotated(call.now()) : known)
        .orElseThrow(RefreshFlow::revoked);
  }

  private static ServiceException revoked() {
    return NOT_AUTHORIZED_EXCEPTION.because("Refresh Token has been revoked");
  }
}
