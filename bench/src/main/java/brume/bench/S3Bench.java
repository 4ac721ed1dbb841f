package brume.bench;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// S3 over HTTP: durable puts and gets of 1 KB and of 10 MB, and listings of 1,000 keys out of
/// many.
///
/// `brume=http://127.0.0.1:4566 connections=16,64 seconds=5 keys=100000 only=put1k,list key=…
/// secret=…`. Requests are signed before the clock starts.
public final class S3Bench {
  private static final String BUCKET = "bench-objects";
  private static final int SMALL = 1 << 10;
  private static final int LARGE = 10 << 20;
  private static final int SMALL_OBJECTS = 5_000;
  private static final int LARGE_OBJECTS = 8;

  /// Requests under way while the keys for the listing are put.
  private static final int FILLERS = 64;

  private final Signer signer;
  private final URI endpoint;
  private final int keys;

  private S3Bench(URI endpoint, Options options) {
    this.endpoint = endpoint;
    keys = options.number("keys", 100_000);
    var credential =
        Credential.longTerm(
            options.text("key", "test"),
            options.text("secret", "test"),
            new Principal.Root("000000000000"));
    signer = new Signer(credential, options.text("region", "us-east-1"), "s3");
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(args);
    var bench = new S3Bench(URI.create(options.text("brume", "http://127.0.0.1:4566")), options);
    bench.create();
    System.out.printf(
        "%-8s %12s %10s %10s %8s %8s%n",
        "", "connections", "per second", "MB/s", "p50 µs", "p99 µs");
    for (var line : List.of("put1k", "get1k", "put10m", "get10m", "list")) {
      for (var connections : options.text("connections", "1,16,64").split(",", -1)) {
        if (options.wanted(line)) {
          bench.print(line, Integer.parseInt(connections), options.number("seconds", 5));
        }
      }
    }
  }

  private void create() throws IOException {
    try (var connection = new Connection(endpoint)) {
      var _ = connection.send(signed("PUT", '/' + BUCKET, "", new byte[0]));
    }
  }

  private void print(String line, int connections, int seconds)
      throws IOException, InterruptedException {
    var result = measure(line, connections, seconds);
    int bytes = line.endsWith("10m") ? LARGE : line.endsWith("1k") ? SMALL : 0;
    System.out.printf(
        "%-8s %12d %10.0f %10.1f %8.0f %8.0f%n",
        line,
        connections,
        result.perSecond(),
        result.perSecond() * bytes / 1e6,
        result.p50(),
        result.p99());
  }

  private Load.Result measure(String line, int count, int seconds)
      throws IOException, InterruptedException {
    var requests = requests(line);
    if (line.startsWith("get")) {
      run(requests(line.replace("get", "put")));
    } else if (line.equals("list")) {
      fill();
    }
    var connections = new ArrayList<Connection>();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(endpoint));
    }
    Load.Work work =
        (writer, round) -> {
          try {
            connections.get(writer).skip(requests.get((round * count + writer) % requests.size()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    var _ = new Load(2).run(count, work);
    var result = new Load(seconds).run(count, work);
    for (var connection : connections) {
      connection.close();
    }
    return result;
  }

  private List<byte[]> requests(String line) throws IOException {
    var requests = new ArrayList<byte[]>();
    boolean large = line.endsWith("10m");
    var body = line.startsWith("put") ? new byte[large ? LARGE : SMALL] : new byte[0];
    if (line.equals("list")) {
      for (int i = 0; i < 100; i++) {
        var after = "start-after=" + key((int) ((long) i * keys / 100));
        requests.add(signed("GET", '/' + BUCKET, "list-type=2&prefix=many%2F&" + after, body));
      }
      return requests;
    }
    for (int i = 0; i < (large ? LARGE_OBJECTS : SMALL_OBJECTS); i++) {
      var path = '/' + BUCKET + '/' + (large ? "large" : "small") + '/' + i;
      requests.add(signed(line.startsWith("put") ? "PUT" : "GET", path, "", body));
    }
    return requests;
  }

  private static String key(int number) {
    return "many%2F" + "%09d".formatted(number);
  }

  private void fill() throws IOException, InterruptedException {
    var next = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < FILLERS; i++) {
      threads.add(Thread.startVirtualThread(() -> fill(next)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private void fill(AtomicInteger next) {
    try (var connection = new Connection(endpoint)) {
      for (int i = next.getAndIncrement(); i < keys; i = next.getAndIncrement()) {
        var path = '/' + BUCKET + "/many/" + "%09d".formatted(i);
        connection.skip(signed("PUT", path, "", new byte[0]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(List<byte[]> requests) throws IOException {
    try (var connection = new Connection(endpoint)) {
      for (var request : requests) {
        connection.skip(request);
      }
    }
  }

  private byte[] signed(String method, String path, String query, byte[] body) throws IOException {
    var headers = Headers.of("Host", endpoint.getHost() + ':' + endpoint.getPort());
    var remote = InetSocketAddress.createUnresolved("client", 0);
    var request = new Request(method, path, query, headers, Body.of(body), remote, false);
    return Connection.bytes(signer.sign(request, Instant.now()));
  }
}
