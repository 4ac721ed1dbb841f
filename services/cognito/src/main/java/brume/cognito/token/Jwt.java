package brume.cognito.token;

import brume.json.Json;
import brume.json.JsonException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/// JSON Web Tokens, signed with RS256 (RFC 7515, RFC 7519).
public final class Jwt {
  /// A longer text is no token of ours; in characters.
  private static final int MAX_CHARS = 16 << 10;

  private Jwt() {}

  public static String sign(RSAKey key, Json.Obj claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new JWSObject(header, new Payload(claims.print()));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK lacks RS256", e);
    }
    return token.serialize();
  }

  /// The claims, before anything says that they are true; null for what is no token.
  public static Json.@Nullable Obj claimed(String token) {
    var parsed = parse(token);
    return parsed == null ? null : claims(parsed);
  }

  /// The claims of a token that `key` signed; null for any other.
  public static Json.@Nullable Obj verified(RSAKey key, String token) {
    var parsed = parse(token);
    if (parsed == null || !JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm())) {
      return null;
    }
    try {
      return parsed.verify(new RSASSAVerifier(key.toRSAPublicKey())) ? claims(parsed) : null;
    } catch (JOSEException | IllegalStateException e) {
      return null;
    }
  }

  private static @Nullable JWSObject parse(String token) {
    try {
      return token.length() > MAX_CHARS ? null : JWSObject.parse(token);
    } catch (ParseException notToken) {
      return null;
    }
  }

  private static Json.@Nullable Obj claims(JWSObject token) {
    try {
      return Json.parse(token.getPayload().toString()) instanceof Json.Obj claims ? claims : null;
    } catch (JsonException notJson) {
      return null;
    }
  }
}
