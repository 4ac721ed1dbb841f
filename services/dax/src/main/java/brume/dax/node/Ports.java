package brume.dax.node;

import static brume.model.dax.DaxError.INSUFFICIENT_CLUSTER_CAPACITY_FAULT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Where clusters listen: each at a port of its own, from the protocol's usual one upwards.
///
/// @param address of this machine
/// @param base the first port that is tried; 0 for any free one
/// @param tls makes the keys of listeners that speak TLS
public record Ports(InetAddress address, int base, Supplier<SSLContext> tls) {
  /// Source: Amazon DynamoDB Developer Guide, "DAX cluster components".
  public static final int USUAL = 8111;

  /// How many ports are tried.
  private static final int TRIED = 1_000;

  /// Connections that wait to be accepted.
  private static final int BACKLOG = 256;

  ServerSocket any(boolean secure, Set<Integer> taken) {
    for (int tried = 0; tried < TRIED; tried++) {
      int port = base == 0 ? 0 : base + tried;
      if (port != 0 && taken.contains(port)) {
        continue;
      }
      try {
        return bind(secure, port);
      } catch (IOException _) {
        // somebody else has it
      }
    }
    throw INSUFFICIENT_CLUSTER_CAPACITY_FAULT.because(
        "No port is free from " + base + " to " + (base + TRIED - 1));
  }

  ServerSocket bind(boolean secure, int port) throws IOException {
    var socket =
        secure ? tls.get().getServerSocketFactory().createServerSocket() : new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return socket;
    } catch (IOException taken) {
      socket.close();
      throw taken;
    }
  }
}
