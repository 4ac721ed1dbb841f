package brume.apigateway;

import brume.http.Response;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;

/// Issues tokens, and publishes its key where user pools do.
public final class Mint {
  public static final String POOL = "us-east-1_Abc123";
  public static final String POOL_ARN =
      "arn:aws:cognito-idp:us-east-1:000000000000:userpool/" + POOL;
  public static final String ISSUER = "http://localhost:4566/_brume/cognito-idp/" + POOL;

  private static final RSAKey KEY = key("one");
  private final Lab lab;

  public Mint(Lab lab) {
    this.lab = lab;
    lab.server =
        (request, _) ->
            request.target().endsWith("/jwks.json")
                ? Response.of(200, "application/json", new JWKSet(KEY.toPublicJWK()).toString())
                : Response.of(
                    200, "application/json", "{\"jwks_uri\": \"http://keys.test/jwks.json\"}");
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Claims that are good for an hour.
  public JWTClaimsSet.Builder claims(String issuer) {
    var now = lab.local.clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("subject")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  public String idToken() {
    return signed(claims(ISSUER).audience("client").claim("token_use", "id"));
  }

  public static String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, KEY);
  }

  /// Signed by a key that only says that it is the published one.
  public static String forged(JWTClaimsSet.Builder claims) {
    return signed(claims, key("one"));
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
