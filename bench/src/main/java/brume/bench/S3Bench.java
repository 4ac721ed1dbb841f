package brume.bench;

import brume.base.Body;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// S3 over HTTP: durable puts and gets of 1 KB and of 10 MB, and listings of 1,000 keys out of
/// many.
///
/// Settings: `connections=1,16 seconds=2 keys=20000 only=put1k,list,…`. Requests are signed before
/// the clock starts.
final class S3Bench {
  private static final String BUCKET = "bench-objects";
  private static final int SMALL = 1 << 10;
  private static final int LARGE = 10 << 20;
  private static final int SMALL_OBJECTS = 5_000;
  private static final int LARGE_OBJECTS = 8;

  /// Requests under way while objects are put that are read afterwards.
  private static final int FILLERS = 32;

  private final Api api;
  private final Sending sending;
  private final int keys;

  private S3Bench(Options options) {
    api = new Api(options.brume(), options);
    sending = new Sending(options.brume(), options.number("seconds", 2));
    keys = options.number("keys", 20_000);
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    var bench = new S3Bench(options);
    bench.api.callOnce(bench.signed("PUT", '/' + BUCKET, "", new byte[0]));
    for (var line : List.of("put1k", "get1k", "put10m", "get10m", "list")) {
      if (options.wanted(line)) {
        bench.prepare(line);
        for (int count : options.connections("1,16")) {
          bench.add(line, count, section);
        }
      }
    }
  }

  private void prepare(String line) throws IOException, InterruptedException {
    if (line.startsWith("get")) {
      sending.all(1, requests(line.replace("get", "put")));
    } else if (line.equals("list")) {
      var puts = new ArrayList<byte[]>();
      for (int i = 0; i < keys; i++) {
        var path = '/' + BUCKET + "/many/" + "%09d".formatted(i);
        puts.add(signed("PUT", path, "", new byte[0]));
      }
      sending.all(FILLERS, puts);
    }
  }

  private void add(String line, int count, Section section)
      throws IOException, InterruptedException {
    Sending.Exchange exchange = line.equals("list") ? Connection::send : Connection::skip;
    var result = sending.measure(count, requests(line), exchange);
    int bytes = line.endsWith("10m") ? LARGE : line.endsWith("1k") ? SMALL : 0;
    var rate = String.format(Locale.ROOT, "%.0f MB/s", result.perSecond() * bytes / 1e6);
    section.add(new Section.Figure(line, "", count, result, bytes == 0 ? "" : rate));
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

  private byte[] signed(String method, String path, String query, byte[] body) throws IOException {
    return api.rest("s3", method, path, query, Body.of(body));
  }
}
