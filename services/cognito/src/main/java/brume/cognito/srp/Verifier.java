package brume.cognito.srp;

import brume.base.Ids;
import java.math.BigInteger;
import java.security.MessageDigest;

/// What is kept of a password: enough to verify whoever knows it, not enough to be them.
///
/// @param salt of 128 bits
/// @param value `g^x` of the password's and the salt's hash `x`
public record Verifier(BigInteger salt, BigInteger value) {
  private static final int SALT_BYTES = 16;

  /// @param poolName the pool's id behind its region and underscore
  public static Verifier of(String poolName, String username, String password, Ids ids) {
    var salt = new BigInteger(1, ids.bytes(SALT_BYTES));
    return new Verifier(salt, value(salt, poolName, username, password));
  }

  /// What stands for a user who does not exist: no password is known for it.
  ///
  /// @param mark 32 bytes, always the same for a name, so that its salt stays the same
  public static Verifier ofNobody(byte[] mark) {
    var salt = new BigInteger(1, java.util.Arrays.copyOf(mark, SALT_BYTES));
    return new Verifier(salt, Group.GENERATOR.modPow(new BigInteger(1, mark), Group.PRIME));
  }

  public boolean matches(String poolName, String username, String password) {
    var other = value(salt, poolName, username, password);
    return MessageDigest.isEqual(other.toByteArray(), value.toByteArray());
  }

  private static BigInteger value(
      BigInteger salt, String poolName, String username, String password) {
    var identity = Group.digest(Group.utf8(poolName + username + ':' + password));
    return Group.GENERATOR.modPow(Group.hash(salt.toByteArray(), identity), Group.PRIME);
  }
}
