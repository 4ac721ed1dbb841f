package brume.dax.node;

import brume.base.Scope;
import brume.dax.cbor.MalformedException;
import brume.dax.method.Methods;
import brume.service.Call;
import brume.service.Platform;
import brume.service.RequestContext;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Listens for the clients of one cluster. Closing it ends their connections.
public final class Node implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Node.class.getName());

  private final ServerSocket listener;
  private final Platform platform;
  private final Scope scope;
  private final Methods methods;
  private final SignIn signIn;
  private final Limits limits;
  private final boolean secure;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private Node(
      ServerSocket listener,
      boolean secure,
      Platform platform,
      Scope scope,
      Methods methods,
      Limits limits) {
    this.listener = listener;
    this.secure = secure;
    this.platform = platform;
    this.scope = scope;
    this.methods = methods;
    this.limits = limits;
    this.signIn = new SignIn(platform.credentials(), scope);
  }

  /// @param listener bound already, for TLS or plain; closed with the node
  /// @param secure whether it speaks TLS
  public static Node start(
      ServerSocket listener,
      boolean secure,
      Platform platform,
      Scope scope,
      Methods methods,
      Limits limits) {
    var node = new Node(listener, secure, platform, scope, methods, limits);
    Thread.ofVirtual().name("dax-" + listener.getLocalPort()).start(node::accept);
    return node;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public int connections() {
    return connections.size();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.log(Level.WARNING, "A connection was not accepted", e);
        }
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    if (connections.size() >= limits.connections()) {
      LOG.log(Level.WARNING, "Port {0} has too many connections", port());
      socket.close();
      return;
    }
    connections.add(socket);
    Thread.ofVirtual().name("dax-connection").start(() -> serve(socket));
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      new Connection(socket, platform, methods, signIn, limits, this::call).run();
    } catch (EOFException | SocketException | SocketTimeoutException e) {
      LOG.log(Level.TRACE, "A client is gone", e);
    } catch (IOException | MalformedException e) {
      LOG.log(Level.DEBUG, "A connection was ended: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A connection failed", e);
    } finally {
      connections.remove(socket);
    }
  }

  private Call call(SignIn.Outcome.Accepted signedIn, Socket socket) {
    var credential = signedIn.credential();
    var context =
        new RequestContext(
            credential.session(),
            Map.of(
                "aws:SourceIp",
                java.util.List.of(socket.getInetAddress().getHostAddress()),
                "aws:SecureTransport",
                java.util.List.of(Boolean.toString(secure))));
    return new Call(
        credential.principal(),
        scope,
        platform.ids().uuid().toString(),
        platform.clock().instant(),
        context,
        platform);
  }

  /// Ends the connections of all clients, who will connect anew.
  public void disconnect() {
    for (var socket : connections) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "A connection did not close", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A listener did not close", e);
    }
    disconnect();
  }
}
