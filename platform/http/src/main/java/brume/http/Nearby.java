package brume.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells requests of whoever works at this machine from others that come over loopback, too: of
/// functions, whose connections Brume carries, and of strangers' pages in a browser of this
/// machine.
public final class Nearby {
  /// Where connections come from that Brume carries for functions.
  public static final InetAddress CARRIER = address(127, 83, 0, 1);

  private Nearby() {}

  private static InetAddress address(int... parts) {
    var bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a process of this machine sent it, which Brume does not confine.
  public static boolean isOfProcess(Request request) {
    var address = request.remote().getAddress();
    return address != null && address.isLoopbackAddress() && !address.equals(CARRIER);
  }

  /// Whether such a process sent it, and no page from elsewhere made it.
  ///
  /// Source: Fetch Standard, "Origin header"; Fetch Metadata, "Sec-Fetch-Site".
  public static boolean isTrusted(Request request) {
    var origin = request.headers().first("origin");
    return isOfProcess(request)
        && (origin == null
            ? !"cross-site".equals(request.headers().first("sec-fetch-site"))
            : isHere(hostOf(origin)));
  }

  private static @Nullable String hostOf(String origin) {
    try {
      return new URI(origin).getHost();
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// Whether a host's name stands for this machine.
  public static boolean isHere(@Nullable String host) {
    if (host == null) {
      return false;
    }
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("127.0.0.1")
        || name.equals("[::1]");
  }
}
