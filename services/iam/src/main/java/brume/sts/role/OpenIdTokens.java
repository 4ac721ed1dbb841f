package brume.sts.role;

import brume.identity.web.Claims;
import brume.identity.web.RefusedTokenException;
import brume.identity.web.WebIdentities;
import brume.identity.web.WebIdentity;
import brume.json.Json;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/// Verifies the tokens of any issuer that publishes its keys, over TLS and under a certificate that
/// the machine trusts.
///
/// Source of the algorithms: IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in
/// IAM", prerequisites.
final class OpenIdTokens implements WebIdentities {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final PublishedKeys keys;

  OpenIdTokens(Upstream upstream) {
    keys = new PublishedKeys(upstream);
  }

  @Override
  public boolean know(String issuer) {
    return issuer.startsWith("https://");
  }

  @Override
  public WebIdentity verify(String token, Instant now) {
    try {
      var jwt = SignedJWT.parse(token);
      var issuer = Objects.requireNonNullElse(jwt.getJWTClaimsSet().getIssuer(), "");
      if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm()) || !know(issuer)) {
        throw RefusedTokenException.invalid("The ID Token provided is not a valid JWT.");
      }
      for (var key : keys.of(issuer, jwt.getHeader(), now)) {
        if (isSignedBy(jwt, key)) {
          return new Claims((Json.Obj) Json.parse(jwt.getPayload().toString())).at(now);
        }
      }
      throw RefusedTokenException.invalid("Signature verification failed");
    } catch (ParseException | JOSEException _) {
      throw RefusedTokenException.invalid("The ID Token provided is not a valid JWT.");
    }
  }

  private static boolean isSignedBy(SignedJWT jwt, JWK key) throws JOSEException {
    if (!(key instanceof AsymmetricJWK pair)) {
      return false;
    }
    var verifier =
        new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey());
    return jwt.verify(verifier);
  }
}
