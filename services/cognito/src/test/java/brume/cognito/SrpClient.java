package brume.cognito;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of Secure Remote Password, as browsers run it, written on hexadecimal texts so
/// that it shares nothing with what it tests.
public final class SrpClient {
  private static final String N =
      ("FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
          + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
          + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
          + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
          + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
          + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
          + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
          + "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
          + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
          + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
          + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2"
          + "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF");
  private static final BigInteger PRIME = new BigInteger(N, 16);
  private static final BigInteger GENERATOR = BigInteger.valueOf(2);
  private static final String TIMESTAMP = "Fri Jan 2 03:04:05 UTC 2026";

  private final String poolId;
  private final String password;
  private final BigInteger secret;

  public SrpClient(String poolId, String password, long seed) {
    this.poolId = poolId;
    this.password = password;
    this.secret = new BigInteger(hash(Long.toHexString(seed + 0x1000)), 16);
  }

  public String publicKey() {
    return GENERATOR.modPow(secret, PRIME).toString(16);
  }

  /// The answers to a challenge PASSWORD_VERIFIER.
  public Map<String, String> answer(Map<String, String> challenge) {
    var username = challenge.get("USER_ID_FOR_SRP");
    var serverKey = new BigInteger(challenge.get("SRP_B"), 16);
    var salt = new BigInteger(challenge.get("SALT"), 16);
    var u = new BigInteger(hash(pad(publicKey()) + pad(serverKey.toString(16))), 16);
    var shortName = poolId.split("_")[1];
    var identity =
        hash(hex((shortName + username + ":" + password).getBytes(StandardCharsets.UTF_8)));
    var x = new BigInteger(hash(pad(salt.toString(16)) + identity), 16);
    var k = new BigInteger(hash(pad(N) + pad("2")), 16);
    var base = serverKey.subtract(k.multiply(GENERATOR.modPow(x, PRIME))).mod(PRIME);
    var shared = base.modPow(secret.add(u.multiply(x)), PRIME);
    var extracted = hmac(bytes(pad(u.toString(16))), bytes(pad(shared.toString(16))));
    var info = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
    var key = Arrays.copyOf(hmac(extracted, info), 16);
    var block = Base64.getDecoder().decode(challenge.get("SECRET_BLOCK"));
    var signature =
        hmac(
            key,
            concat(
                (shortName + username).getBytes(StandardCharsets.UTF_8),
                block,
                TIMESTAMP.getBytes(StandardCharsets.UTF_8)));
    var answers = new HashMap<String, String>();
    answers.put("USERNAME", challenge.get("USERNAME"));
    answers.put("PASSWORD_CLAIM_SECRET_BLOCK", challenge.get("SECRET_BLOCK"));
    answers.put("PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature));
    answers.put("TIMESTAMP", TIMESTAMP);
    return answers;
  }

  private static String pad(String hex) {
    if (hex.length() % 2 == 1) {
      return "0" + hex;
    }
    return "89ABCDEFabcdef".indexOf(hex.charAt(0)) >= 0 ? "00" + hex : hex;
  }

  private static String hash(String hex) {
    try {
      var even = hex.length() % 2 == 1 ? "0" + hex : hex;
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes(even)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
