package brume.lambda.runtime.api;

import brume.http.Nearby;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/// Carries the connections that a function makes, inside its own network, to Brume's port outside.
///
/// The only way out of the function's network. What comes by it is known by its address, so that a
/// function is not taken for a process of this machine.
public final class Forwarder {
  private static final System.Logger LOG = System.getLogger(Forwarder.class.getName());

  private final InetSocketAddress target;

  private Forwarder(InetSocketAddress target) {
    this.target = target;
  }

  /// Until the sockets are closed.
  ///
  /// @param endpoint of Brume; what listens on another port goes to that of the same address
  public static void serve(List<ServerSocketChannel> sockets, InetSocketAddress endpoint) {
    for (var socket : sockets) {
      int port = socket.socket().getLocalPort();
      var target =
          port == endpoint.getPort()
              ? endpoint
              : new InetSocketAddress(endpoint.getAddress(), port);
      Connections.accept(socket, "function-endpoint", new Forwarder(target)::carry);
    }
  }

  private void carry(SocketChannel inner) throws IOException, InterruptedException {
    try (var outer = SocketChannel.open()) {
      outer.bind(new InetSocketAddress(Nearby.CARRIER, 0));
      outer.connect(target);
      inner.setOption(StandardSocketOptions.TCP_NODELAY, true);
      outer.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var back = Thread.ofVirtual().start(() -> copy(outer, inner));
      copy(inner, outer);
      back.join();
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    try {
      from.socket().getInputStream().transferTo(to.socket().getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A function's connection broke", e);
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "Cannot close", e);
    }
  }
}
