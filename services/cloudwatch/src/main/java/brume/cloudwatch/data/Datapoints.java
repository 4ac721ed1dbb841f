package brume.cloudwatch.data;

import brume.base.Scope;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Resolution;
import brume.cloudwatch.metric.Summary;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The metrics of all accounts and regions, and the summaries of their values.
///
/// A sample is added to its stretch of time in every [Resolution] at once, so that late data is
/// never missing from the coarse ones. The keys of a metric's stretches lie side by side, by
/// resolution and time.
public final class Datapoints {
  /// Metrics changed in one transaction: three stretches each, of some 4 KB at most.
  private static final int BATCH = 200;

  private static final String KIND = "cloudwatch.data";
  private static final int END_OF_TEXT = 2;

  private final Store store;
  private final Records<KnownMetric> known = new Records<>("cloudwatch.metric", KnownMetric.SHAPE);

  public Datapoints(Store store) {
    this.store = store;
  }

  /// A summary as it is stored.
  ///
  /// @param begin of its stretch of time, in seconds since 1970
  public record Stored(long begin, String unit, Summary summary) {}

  /// A batch that fails leaves earlier ones stored.
  public void add(Scope scope, List<Sample> samples) {
    var byMetric = new LinkedHashMap<MetricName, List<Sample>>();
    for (var sample : samples) {
      byMetric.computeIfAbsent(sample.metric(), _ -> new ArrayList<>()).add(sample);
    }
    var metrics = List.copyOf(byMetric.entrySet());
    for (int from = 0; from < metrics.size(); from += BATCH) {
      addBatch(scope, metrics.subList(from, Math.min(metrics.size(), from + BATCH)));
    }
  }

  private void addBatch(Scope scope, List<Map.Entry<MetricName, List<Sample>>> batch) {
    var locks = batch.stream().map(entry -> prefix(scope, entry.getKey())).toArray(Key[]::new);
    store.transact(
        Locks.of(locks),
        transaction -> {
          Place.remember(transaction, scope);
          for (var entry : batch) {
            var prefix = prefix(scope, entry.getKey());
            entry.getValue().forEach(sample -> add(transaction, prefix, sample));
            list(transaction, scope, entry.getKey(), entry.getValue());
          }
          return batch;
        });
  }

  private static void add(Transaction transaction, Key prefix, Sample sample) {
    for (var resolution : Resolution.values()) {
      if (resolution == Resolution.SECOND && !sample.isHighResolution()) {
        continue;
      }
      long begin = resolution.begin(sample.time().getEpochSecond());
      var key = stretches(prefix, resolution, begin).then().text(sample.unit()).build().bytes();
      var there = transaction.get(key);
      var sum = there == null ? sample.summary() : Summary.decode(there).plus(sample.summary());
      transaction.put(key, sum.encode());
    }
  }

  private void list(Transaction transaction, Scope scope, MetricName metric, List<Sample> samples) {
    long latest =
        samples.stream()
            .mapToLong(sample -> Resolution.MINUTE.begin(sample.time().getEpochSecond()))
            .max()
            .orElseThrow();
    var there = known.get(transaction, scope, id(metric));
    if (there == null || there.latest() < latest) {
      known.put(transaction, new KnownMetric(metric.toModel(), latest), scope, id(metric));
    }
  }

  /// All that is stored of a metric between two times, by time and unit.
  ///
  /// @param from the begin of a stretch
  /// @param to behind the begin of the last stretch
  /// @param unit null for any
  public List<Stored> read(
      Scope scope,
      MetricName metric,
      Resolution resolution,
      long from,
      long to,
      @Nullable String unit) {
    var prefix = prefix(scope, metric);
    var range =
        new KeyRange(
            stretches(prefix, resolution, from).bytes(), stretches(prefix, resolution, to).bytes());
    var found = new ArrayList<Stored>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next()) {
        var stored = stored(cursor.key(), prefix.bytes().length + Long.BYTES, cursor.value());
        if (unit == null || unit.equals(stored.unit())) {
          found.add(stored);
        }
      }
    }
    return found;
  }

  private static Stored stored(byte[] key, int at, byte[] value) {
    int text = at + Long.BYTES;
    var unit = new String(key, text, key.length - text - END_OF_TEXT, StandardCharsets.UTF_8);
    return new Stored(ByteBuffer.wrap(key).getLong(at), unit, Summary.decode(value));
  }

  /// The metrics of a namespace and name, of a namespace, or all, in the order of their names.
  public Records.Page<KnownMetric> known(
      Scope scope, @Nullable String token, int limit, String... parent) {
    try (var snapshot = store.snapshot()) {
      return known.page(snapshot, scope, token, limit, parent);
    }
  }

  List<KnownMetric> known(Reader reader, Scope scope) {
    return known.all(reader, scope);
  }

  void forget(Transaction transaction, Scope scope, MetricName metric) {
    known.delete(transaction, scope, id(metric));
  }

  private static String[] id(MetricName metric) {
    return new String[] {metric.namespace(), metric.name(), metric.digest()};
  }

  static Key prefix(Scope scope, MetricName metric) {
    return Key.of(scope.account(), scope.region(), KIND, metric.digest());
  }

  /// Where the stretches of a resolution begin that begin at a time.
  static Key stretches(Key prefix, Resolution resolution, long begin) {
    return prefix.then().number(resolution.seconds()).number(begin).build();
  }
}
