package brume.lambda.runtime.api;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Accepts connections on a virtual thread and gives each a virtual thread.
final class Connections {
  private static final System.Logger LOG = System.getLogger(Connections.class.getName());

  private Connections() {}

  /// Speaks on a connection until it ends.
  interface Conversation {
    void hold(SocketChannel connection) throws IOException, InterruptedException;
  }

  static void accept(ServerSocketChannel socket, String name, Conversation conversation) {
    Thread.ofVirtual().name(name).start(() -> accept(socket, conversation));
  }

  private static void accept(ServerSocketChannel socket, Conversation conversation) {
    try {
      while (true) {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> hold(connection, conversation));
      }
    } catch (ClosedChannelException _) {
      // The environment ended.
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot accept from a function", e);
    }
  }

  private static void hold(SocketChannel connection, Conversation conversation) {
    try (connection) {
      conversation.hold(connection);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A function's connection ended", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
