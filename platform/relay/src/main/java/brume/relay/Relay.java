package brume.relay;

import brume.base.Scope;
import brume.service.Job;
import brume.service.Outbox;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Key;
import brume.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Delivers what services owe and runs their jobs, from its start to its close.
///
/// Deliveries and jobs get calls that are made by nobody: they say themselves as whom they act.
public final class Relay implements AutoCloseable {
  /// How often all that is owed is looked through for what the store did not tell: commits whose
  /// outcome was unknown, and those of other processes.
  static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  /// How long closing waits for deliveries and jobs under way, and again when it has interrupted
  /// them.
  static final Duration MAX_CLOSE_WAIT = Duration.ofSeconds(3);

  private static final Logger LOG = System.getLogger(Relay.class.getName());

  private final Map<String, Lane> lanes = new HashMap<>();
  private final Map<String, Tally> jobs = new TreeMap<>();
  private final List<Thread> loops = new ArrayList<>();
  private final ExecutorService deliveries =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());

  private Relay() {}

  /// How deliveries of one kind, or runs of one job, ended since the start.
  ///
  /// @param postponed those to be tried again, the failed ones among them
  /// @param waiting those known to be owed and not under way
  public record Counts(long done, long postponed, long failed, int waiting) {}

  /// @param home the scope of the calls that jobs are given
  public static Relay start(Store store, Platform platform, Scope home, List<Service> services) {
    var relay = new Relay();
    var entries = new Entries(store);
    for (var service : services) {
      for (var delivery : service.deliveries()) {
        var lane = new Lane(delivery, entries, platform, relay.deliveries);
        if (relay.lanes.put(delivery.kind(), lane) != null) {
          throw new IllegalArgumentException("Two deliver " + delivery.kind());
        }
      }
    }
    var outlook = new Outlook(entries, relay.lanes);
    store.watch(Outbox.ROOT.bytes(), (key, value) -> outlook.offer(new Key(key), value));
    relay.loop("relay-outlook", () -> look(outlook));
    relay.lanes.forEach((kind, lane) -> relay.loop("relay-" + kind, () -> lane.run(outlook)));
    relay.startJobs(new Jobs(platform, home), services);
    return relay;
  }

  private void startJobs(Jobs runner, List<Service> services) {
    for (var service : services) {
      for (Job job : service.jobs()) {
        var tally = jobs.computeIfAbsent(job.name(), _ -> new Tally());
        loop("job-" + job.name(), () -> runner.run(job, tally));
      }
    }
  }

  private void loop(String name, Runnable body) {
    loops.add(Thread.ofVirtual().name(name).start(body));
  }

  private static void look(Outlook outlook) {
    try {
      while (true) {
        try {
          outlook.look();
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "The outbox cannot be read now", e);
        }
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException _) {
      // the relay is closing
    }
  }

  /// By kind of delivery and by name of job.
  public Map<String, Counts> counts() {
    var counts = new TreeMap<String, Counts>();
    lanes.forEach((kind, lane) -> counts.put(kind, lane.counts()));
    jobs.forEach((name, tally) -> counts.put(name, tally.counts(0)));
    return counts;
  }

  /// Begins nothing more, waits a little for what is under way, then interrupts it. What was not
  /// delivered stays owed.
  @Override
  public void close() {
    loops.forEach(Thread::interrupt);
    deliveries.shutdown();
    try {
      if (!deliveries.awaitTermination(MAX_CLOSE_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        deliveries.shutdownNow();
        if (!deliveries.awaitTermination(MAX_CLOSE_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
          LOG.log(Level.WARNING, "Some deliveries do not end");
        }
      }
      for (var loop : loops) {
        loop.join(MAX_CLOSE_WAIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
