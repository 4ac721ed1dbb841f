package brume.cognito.identity.login;

import brume.cognito.data.SigningKeys;
import brume.cognito.token.Jwt;
import brume.identity.web.Claims;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentities;
import brume.identity.web.WebIdentity;
import brume.json.Json;
import brume.store.Key;
import java.time.Instant;

/// The tokens by which identity pools vouch for their identities, issued and verified.
///
/// Source: Amazon Cognito Developer Guide, "Identity pools authentication flow".
public final class CognitoTokens implements WebIdentities {
  /// As trust policies name it.
  public static final String PROVIDER = "cognito-identity.amazonaws.com";

  private static final String ISSUER = "https://" + PROVIDER;
  private static final Key KEY = Key.of("cognito.identity-signing-key");

  private final SigningKeys keys;

  public CognitoTokens(SigningKeys keys) {
    this.keys = keys;
  }

  String issue(Json.Obj claims) {
    return Jwt.sign(keys.obtain(KEY), claims.with("iss", Json.of(ISSUER)));
  }

  @Override
  public boolean know(String issuer) {
    return issuer.equals(ISSUER);
  }

  @Override
  public WebIdentity verify(String token, Instant now) {
    var claims = Jwt.verified(keys.obtain(KEY), token);
    if (claims == null) {
      throw RefusedTokenException.invalid("The ID Token provided is not a valid JWT.");
    }
    return new Claims(claims).at(now);
  }
}
