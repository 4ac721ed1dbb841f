package brume.lambda.source;

import brume.base.Scope;
import brume.lambda.data.Aliases;
import brume.lambda.data.EventSourceMappings;
import brume.lambda.invoke.Invoker;
import brume.lambda.invoke.RoleSessions;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.Call;
import brume.service.Job;
import brume.service.Platform;
import brume.store.Store;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Sees to it that every enabled mapping is at work, and no other: a mapping begins within a second
/// of its creation, after a change, and after a restart.
public final class Pollers implements Job, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Pollers.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Subject.Means means;
  private final Map<String, Working> working = new HashMap<>();
  private boolean closed;

  /// A mapping at work.
  private record Working(EventSourceMappingConfiguration mapping, Stop stop, Thread thread) {}

  public Pollers(
      Store store,
      Platform platform,
      EventSourceMappings mappings,
      Aliases aliases,
      RoleSessions roles,
      Invoker invoker) {
    means =
        new Subject.Means(
            platform, mappings, new Checkpoints(store, mappings), aliases, roles, invoker);
  }

  @Override
  public String name() {
    return "lambda-event-sources";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public synchronized void run(Call call) {
    if (closed) {
      return;
    }
    var wanted = new HashSet<String>();
    means
        .mappings()
        .enabled()
        .forEach(
            (id, found) -> {
              wanted.add(id);
              see(id, found.scope(), EventSourceMappings.core(found.mapping()));
            });
    working
        .entrySet()
        .removeIf(entry -> !wanted.contains(entry.getKey()) && ended(entry.getValue()));
  }

  private static boolean ended(Working work) {
    work.stop.stop();
    return !work.thread.isAlive();
  }

  private void see(String id, Scope scope, EventSourceMappingConfiguration mapping) {
    var now = working.get(id);
    if (now == null || !now.thread.isAlive()) {
      working.put(id, start(scope, mapping));
    } else if (!now.mapping.equals(mapping)) {
      now.stop.stop();
    }
  }

  private Working start(Scope scope, EventSourceMappingConfiguration mapping) {
    var stop = new Stop();
    var subject = new Subject(means, scope, mapping);
    var thread =
        Thread.ofVirtual().name("mapping-" + mapping.uuid()).start(() -> work(subject, stop));
    return new Working(mapping, stop, thread);
  }

  private static void work(Subject subject, Stop stop) {
    try {
      if (subject.source().service().equals("sqs")) {
        new QueuePoller(subject, stop).run();
      } else {
        new StreamPoller(subject, stop).run();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A mapping begins anew: " + subject.id(), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      stop.stop();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    working.values().forEach(work -> work.stop.stop());
  }
}
