package brume.cloudwatch.data;

import brume.base.Scope;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Resolution;
import brume.service.Call;
import brume.service.Job;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Deletes what is older than its resolution is kept, and forgets metrics that have nothing left.
public final class Expiry implements Job {
  /// Keys deleted in one transaction, which keeps it far below the bound of 5 MB.
  private static final int BATCH = 2000;

  private final Store store;
  private final Datapoints datapoints;

  public Expiry(Store store, Datapoints datapoints) {
    this.store = store;
    this.datapoints = datapoints;
  }

  @Override
  public String name() {
    return "cloudwatch-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    List<Scope> places;
    try (var snapshot = store.snapshot()) {
      places = Place.all(snapshot);
    }
    for (var scope : places) {
      expire(scope, call.now());
    }
  }

  private void expire(Scope scope, Instant now) throws InterruptedException {
    List<KnownMetric> known;
    try (var snapshot = store.snapshot()) {
      known = datapoints.known(snapshot, scope);
    }
    for (var one : known) {
      var metric = MetricName.of(one.metric());
      for (var resolution : Resolution.values()) {
        expire(scope, metric, resolution, now);
      }
      if (!one.hasDataSince(Resolution.HOUR.keptFrom(now))) {
        store.transact(
            Locks.of(Datapoints.prefix(scope, metric)),
            transaction -> {
              datapoints.forget(transaction, scope, metric);
              return metric;
            });
      }
    }
  }

  private void expire(Scope scope, MetricName metric, Resolution resolution, Instant now)
      throws InterruptedException {
    var prefix = Datapoints.prefix(scope, metric);
    var before = resolution.keptFrom(now).getEpochSecond();
    var range =
        new KeyRange(
            Datapoints.stretches(prefix, resolution, 0).bytes(),
            Datapoints.stretches(prefix, resolution, before).bytes());
    for (var batch = store.keys(range, BATCH); !batch.isEmpty(); batch = store.keys(range, BATCH)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var gone = batch;
      store.transact(
          Locks.of(prefix),
          transaction -> {
            gone.forEach(transaction::delete);
            return gone;
          });
    }
  }
}
