package brume.http.client;

import brume.http.Nearby;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;

/// Where a request goes.
///
/// @param address resolved once, so that a name cannot mean this machine only later
/// @param here whether that is this machine, by loopback
record Destination(InetAddress address, boolean here) {
  private static final String LOOPBACK = "127.0.0.1";

  /// Throws [java.net.UnknownHostException] for a name without an address, and [IOException] for
  /// the loopback address of IPv6: what goes there could not be told from a user of this machine.
  ///
  /// Source of the meaning of `localhost` and the names below it: RFC 6761 section 6.3. An
  /// unspecified address is this machine too, as Linux takes it.
  static Destination of(String host) throws IOException {
    var address = InetAddress.getByName(Nearby.isHere(host) ? LOOPBACK : host);
    boolean here = address.isLoopbackAddress() || address.isAnyLocalAddress();
    if (here && !(address instanceof Inet4Address)) {
      throw new IOException("Brume reaches this machine by 127.0.0.1 only, not by " + host);
    }
    return new Destination(address, here);
  }
}
