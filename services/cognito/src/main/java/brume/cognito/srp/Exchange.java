package brume.cognito.srp;

import brume.base.Ids;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The server's side of one sign-in by Secure Remote Password, between its challenge and the
/// answer.
///
/// Sources: RFC 5054, section 2; the key and signature as the public clients of Amazon Cognito
/// compute them (HKDF with the info "Caldera Derived Key", 128 bits).
///
/// @param clientKey the client's public `A`
/// @param secret the server's `b`
public record Exchange(BigInteger clientKey, BigInteger secret) {
  private static final int SECRET_BYTES = 64;
  private static final int KEY_BYTES = 16;
  private static final byte[] KEY_INFO = Group.utf8("Caldera Derived Key\u0001");

  /// Null when `clientKey` is no number, or one that would make the shared key known to all.
  public static @Nullable Exchange begin(String clientKey, Ids ids) {
    try {
      var key = new BigInteger(clientKey, 16);
      boolean weak = key.signum() <= 0 || key.mod(Group.PRIME).signum() == 0;
      return weak ? null : new Exchange(key, new BigInteger(1, ids.bytes(SECRET_BYTES)));
    } catch (NumberFormatException notHex) {
      return null;
    }
  }

  /// The server's public `B`.
  public BigInteger serverKey(Verifier verifier) {
    return Group.MULTIPLIER
        .multiply(verifier.value())
        .add(Group.GENERATOR.modPow(secret, Group.PRIME))
        .mod(Group.PRIME);
  }

  /// Whether the signature proves that its maker knows the password.
  ///
  /// @param secretBlock as the client was given it, decoded
  public boolean proves(
      Verifier verifier,
      String poolName,
      String username,
      byte[] secretBlock,
      String timestamp,
      byte[] signature) {
    var expected =
        Group.hmac(
            key(verifier),
            Group.utf8(poolName),
            Group.utf8(username),
            secretBlock,
            Group.utf8(timestamp));
    return MessageDigest.isEqual(expected, signature);
  }

  private byte[] key(Verifier verifier) {
    var scrambler = Group.hash(clientKey.toByteArray(), serverKey(verifier).toByteArray());
    var shared =
        clientKey
            .multiply(verifier.value().modPow(scrambler, Group.PRIME))
            .modPow(secret, Group.PRIME);
    var extracted = Group.hmac(scrambler.toByteArray(), shared.toByteArray());
    return Arrays.copyOf(Group.hmac(extracted, KEY_INFO), KEY_BYTES);
  }
}
