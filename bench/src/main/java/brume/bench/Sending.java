package brume.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Sends prepared requests over some connections, in turn.
///
/// @param warm seconds before the clock starts
/// @param seconds that are measured
record Sending(URI endpoint, int warm, int seconds) {
  /// One request and its answer.
  interface Exchange {
    void run(Connection connection, byte[] request) throws IOException;
  }

  Load.Result measure(int count, List<byte[]> requests, Exchange exchange)
      throws IOException, InterruptedException {
    var connections = new ArrayList<Connection>();
    try {
      for (int i = 0; i < count; i++) {
        connections.add(new Connection(endpoint));
      }
      Load.Work work =
          (writer, round) -> {
            try {
              exchange.run(
                  connections.get(writer),
                  requests.get((round * count + writer) % requests.size()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
      if (warm > 0) {
        var _ = new Load(warm).run(count, work);
      }
      return new Load(seconds).run(count, work);
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
