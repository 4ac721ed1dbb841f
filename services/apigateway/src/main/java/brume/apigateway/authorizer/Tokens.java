package brume.apigateway.authorizer;

import brume.apigateway.gateway.Upstream;
import brume.json.Json;
import brume.service.Call;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;

/// Verifies JSON web tokens: the signature by a key of their issuer, and that they are valid now.
///
/// Source: RFC 7519; API Gateway Developer Guide, "Control access to HTTP APIs with JWT
/// authorizers".
public final class Tokens {
  private static final int REMEMBERED = 10_000;

  private final KeySets keys;
  private final Remembered<Json.Obj> verified = new Remembered<>(REMEMBERED);

  public Tokens(Upstream upstream) {
    keys = new KeySets(upstream);
  }

  public TokenCheck check(Call call, String token, Issuer issuer) {
    var now = call.now();
    var known = issuer.url() + ' ' + token;
    var before = verified.get(known, now);
    if (before != null) {
      return new TokenCheck.Valid(before);
    }
    SignedJWT jwt;
    Json.Obj claims;
    try {
      jwt = SignedJWT.parse(token);
      claims = (Json.Obj) Json.parse(jwt.getPayload().toString());
    } catch (ParseException | RuntimeException _) {
      return invalid("the token is malformed");
    }
    var wrong = problem(claims, issuer, now);
    if (wrong != null) {
      return wrong;
    }
    try {
      if (!isSigned(jwt, issuer, now)) {
        return invalid("the signature is invalid");
      }
    } catch (IOException _) {
      return invalid("the keys of the issuer cannot be had");
    }
    verified.put(known, claims, Instant.ofEpochSecond(seconds(claims, "exp")));
    return new TokenCheck.Valid(claims);
  }

  private static TokenCheck.Invalid invalid(String reason) {
    return new TokenCheck.Invalid(reason, false);
  }

  private static TokenCheck.@org.jspecify.annotations.Nullable Invalid problem(
      Json.Obj claims, Issuer issuer, Instant now) {
    var iss = claims.get("iss") instanceof Json.Str(String text) ? text : "";
    if (!issuer.names().contains(iss)) {
      return invalid("the issuer is not the configured one");
    }
    if (!(claims.get("exp") instanceof Json.Num)) {
      return invalid("the token has no expiry");
    }
    if (now.getEpochSecond() >= seconds(claims, "exp")) {
      return new TokenCheck.Invalid("the token has expired", true);
    }
    boolean early =
        now.getEpochSecond() < seconds(claims, "nbf")
            || now.getEpochSecond() < seconds(claims, "iat");
    return early ? invalid("the token is not valid yet") : null;
  }

  /// 0 when there is no such claim.
  private static long seconds(Json.Obj claims, String name) {
    return claims.get(name) instanceof Json.Num number ? number.value().longValue() : 0;
  }

  private boolean isSigned(SignedJWT jwt, Issuer issuer, Instant now) throws IOException {
    var id = jwt.getHeader().getKeyID();
    if (id == null || !JWSAlgorithm.Family.RSA.contains(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    if (!(keys.key(issuer, id, now) instanceof RSAKey key)) {
      return false;
    }
    try {
      return jwt.verify(new RSASSAVerifier(key.toPublicJWK()));
    } catch (JOSEException _) {
      return false;
    }
  }
}
