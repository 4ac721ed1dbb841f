package brume.cloudwatch.publish;

import brume.cloudwatch.metric.Distribution;
import brume.cloudwatch.metric.Summary;
import brume.service.Metrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Gathers what services count, per minute, until it is stored.
///
/// Values go to one of a few stripes by thread, so that requests hardly wait for each other.
public final class Counters implements Metrics {
  private static final int STRIPES = 16;

  /// Minutes of metrics that one stripe holds between two drains; further ones are dropped.
  private static final int MAX_GATHERED = 10_000;

  private static final long MINUTE_MILLIS = 60_000;

  private final InstantSource clock;
  private final List<Stripe> stripes = new ArrayList<>();
  private final LongAdder dropped = new LongAdder();

  public Counters(InstantSource clock) {
    this.clock = clock;
    for (int i = 0; i < STRIPES; i++) {
      stripes.add(new Stripe());
    }
  }

  /// A metric in a minute.
  record Minute(Subject subject, String name, Unit unit, long minute) {
    long epochSecond() {
      return minute * 60;
    }
  }

  @Override
  public void add(Subject subject, String name, Unit unit, double value) {
    var minute = new Minute(subject, name, unit, clock.millis() / MINUTE_MILLIS);
    var stripe = stripes.get((int) (Thread.currentThread().threadId() % STRIPES));
    if (!stripe.add(minute, value)) {
      dropped.increment();
    }
  }

  /// Values that found no room since the process began.
  public long dropped() {
    return dropped.sum();
  }

  /// Takes all that was gathered.
  Map<Minute, Summary> drain() {
    var all = new HashMap<Minute, Summary>();
    for (var stripe : stripes) {
      stripe.drain().forEach((key, tally) -> all.merge(key, tally.summary(), Summary::plus));
    }
    return all;
  }

  private static final class Stripe {
    private Map<Minute, Tally> gathered = new HashMap<>();

    synchronized boolean add(Minute minute, double value) {
      var tally = gathered.get(minute);
      if (tally == null) {
        if (gathered.size() == MAX_GATHERED) {
          return false;
        }
        tally = new Tally();
        gathered.put(minute, tally);
      }
      tally.add(value);
      return true;
    }

    synchronized Map<Minute, Tally> drain() {
      var full = gathered;
      gathered = new HashMap<>();
      return full;
    }
  }

  /// The values of a metric in a minute. Most are the same as the one before.
  private static final class Tally {
    /// Different values that are gathered before they are put together, perhaps rounded.
    private static final int MAX_LOOSE = Distribution.MAX_VALUES;

    private final Map<Double, Double> loose = new HashMap<>();
    private Distribution values = Distribution.EMPTY;
    private double last;
    private double lastTimes;
    private double count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    void add(double value) {
      count++;
      sum += value;
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
      if (value != last) {
        loosen();
        last = value;
      }
      lastTimes++;
    }

    private void loosen() {
      if (lastTimes == 0) {
        return;
      }
      loose.merge(last, lastTimes, Double::sum);
      lastTimes = 0;
      if (loose.size() == MAX_LOOSE) {
        gather();
      }
    }

    Summary summary() {
      loosen();
      gather();
      return new Summary(count, sum, minimum, maximum, values);
    }

    private void gather() {
      values = values.plus(new Distribution(0, new java.util.TreeMap<>(loose)));
      loose.clear();
    }
  }
}
