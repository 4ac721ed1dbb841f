package brume.frontdoor.meter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts requests, bytes and time by account, region, service, operation and status.
public final class Meter implements Ledger {
  /// How many different series are kept; what comes after is counted as operation `other`.
  static final int MAX_SERIES = 10_000;

  /// The upper bounds of the classes of durations, in microseconds.
  static final List<Long> BOUNDS =
      List.of(100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 50_000L, 250_000L, 1_000_000L);

  private static final long MICROSECOND = 1_000;

  /// @param status the first digit: 2 for 200 to 299
  public record Series(
      String account, String region, String service, String operation, int status) {
    private Series ofOthers() {
      return new Series(account, region, service, "other", status);
    }
  }

  /// What was counted of one series.
  public static final class Count {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder[] classes = new LongAdder[BOUNDS.size()];

    private Count() {
      java.util.Arrays.setAll(classes, _ -> new LongAdder());
    }

    private void add(Served served) {
      requests.increment();
      bytesIn.add(served.bytesIn());
      bytesOut.add(served.bytesOut());
      nanos.add(served.duration().toNanos());
      long micros = served.duration().toNanos() / MICROSECOND;
      for (int i = 0; i < classes.length; i++) {
        if (micros <= BOUNDS.get(i)) {
          classes[i].increment();
          return;
        }
      }
    }

    public long requests() {
      return requests.sum();
    }

    public long bytesIn() {
      return bytesIn.sum();
    }

    public long bytesOut() {
      return bytesOut.sum();
    }

    public Duration duration() {
      return Duration.ofNanos(nanos.sum());
    }

    /// How many took at most the bound of this index and more than the one before.
    long inClass(int index) {
      return classes[index].sum();
    }
  }

  private final Map<Series, Count> counts = new ConcurrentHashMap<>();

  @Override
  public void record(Served served) {
    var series =
        new Series(
            served.account(),
            served.region(),
            served.service(),
            served.operation(),
            served.status() / 100);
    var count = counts.get(series);
    if (count == null) {
      var kept = counts.size() < MAX_SERIES ? series : series.ofOthers();
      count = counts.computeIfAbsent(kept, _ -> new Count());
    }
    count.add(served);
  }

  /// All series so far.
  public Map<Series, Count> counts() {
    return Map.copyOf(counts);
  }
}
