package brume.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Sends prepared requests over some connections, in turn.
///
/// @param seconds that are measured
record Sending(URI endpoint, int seconds) {
  /// Before the clock starts, in seconds. A server that has just started would otherwise be
  /// measured while its JVM compiles.
  private static final int WARM_SECONDS = 5;

  /// One request and its answer.
  interface Exchange {
    void run(Connection connection, byte[] request) throws IOException;
  }

  /// Measures when all is warm.
  Load.Result measure(int count, List<byte[]> requests, Exchange exchange)
      throws IOException, InterruptedException {
    warm(count, requests, exchange, 0);
    return clocked(count, requests, exchange);
  }

  /// @param atLeast requests on each connection, however long they take
  void warm(int count, List<byte[]> requests, Exchange exchange, int atLeast)
      throws IOException, InterruptedException {
    long sent = 0;
    do {
      sent += run(WARM_SECONDS, count, requests, exchange).runs();
    } while (sent < (long) atLeast * count);
  }

  /// Measures without warming first.
  Load.Result clocked(int count, List<byte[]> requests, Exchange exchange)
      throws IOException, InterruptedException {
    return run(seconds, count, requests, exchange);
  }

  private Load.Result run(int seconds, int count, List<byte[]> requests, Exchange exchange)
      throws IOException, InterruptedException {
    var connections = new ArrayList<Connection>();
    try {
      for (int i = 0; i < count; i++) {
        connections.add(new Connection(endpoint));
      }
      return new Load(seconds)
          .run(
              count,
              (writer, round) -> {
                try {
                  exchange.run(
                      connections.get(writer),
                      requests.get((round * count + writer) % requests.size()));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } finally {
      for (var connection : connections) {
        connection.close();
      }
    }
  }

  /// Sends each once.
  void all(int count, List<byte[]> requests) throws IOException, InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < count; i++) {
      int first = i;
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try (var connection = new Connection(endpoint)) {
                  for (int k = first; k < requests.size(); k += count) {
                    var _ = connection.send(requests.get(k));
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
  }
}
