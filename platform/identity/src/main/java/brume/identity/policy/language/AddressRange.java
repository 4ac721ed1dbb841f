package brume.identity.policy.language;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// What `IpAddress` compares: an IPv4 or IPv6 address, or a range of them such as `203.0.113.0/24`.
///
/// @param network the address before the slash
/// @param prefixBits how many leading bits must be alike
record AddressRange(byte[] network, int prefixBits) implements Comparison {

  static Comparison of(String value) {
    int slash = value.indexOf('/');
    var network = read(slash < 0 ? value : value.substring(0, slash));
    if (network == null) {
      throw MalformedPolicyException.syntax();
    }
    int all = network.length * Byte.SIZE;
    int prefix = slash < 0 ? all : prefix(value.substring(slash + 1));
    if (prefix < 0 || prefix > all) {
      throw MalformedPolicyException.syntax();
    }
    return new AddressRange(network, prefix);
  }

  @Override
  public boolean matches(String value, ContextKeys keys) {
    var address = read(value);
    if (address == null || address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >>> (bit % Byte.SIZE);
      if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /// -1 when it is not a number of up to three digits.
  private static int prefix(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static byte @Nullable [] read(String text) {
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
