package brume.logs.data;

import brume.base.Scope;
import brume.logs.event.LogEvent;
import brume.logs.event.Position;
import brume.logs.group.Group;
import brume.logs.group.Stream;
import brume.service.Call;
import brume.service.Job;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Deletes the events that are older than their group keeps them.
public final class Retention implements Job {
  /// Events deleted in one transaction, which keeps it far below the bound of 5 MB.
  private static final int BATCH = 1000;

  private final Store store;
  private final Groups groups;
  private final Streams streams;

  public Retention(Store store, Groups groups, Streams streams) {
    this.store = store;
    this.groups = groups;
    this.streams = streams;
  }

  @Override
  public String name() {
    return "logs-retention";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var expiring : groups.expiring()) {
      var group = find(expiring);
      if (group != null && group.retention() != null) {
        var before = call.now().minus(Duration.ofDays(group.retention()));
        expire(expiring.scope(), group, before);
      }
    }
  }

  private @Nullable Group find(Groups.Expiring expiring) {
    try {
      return groups.get(expiring.scope(), expiring.name());
    } catch (ServiceException _) {
      return null;
    }
  }

  private void expire(Scope scope, Group group, Instant before) throws InterruptedException {
    var keys = new EventKeys(scope, group.id());
    var range = new KeyRange(keys.events().bytes(), keys.eventsFrom(before.toEpochMilli()).bytes());
    for (var batch = batch(keys, range); !batch.isEmpty(); batch = batch(keys, range)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (var expired : batch.entrySet()) {
        delete(scope, group, keys, expired.getKey(), expired.getValue());
      }
    }
  }

  /// The first expired events, by the ids of their streams.
  private Map<String, List<LogEvent>> batch(EventKeys keys, KeyRange range) {
    var batch = new HashMap<String, List<LogEvent>>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      for (int count = 0; count < BATCH && cursor.next(); count++) {
        var place = keys.place(cursor.key());
        batch
            .computeIfAbsent(place.streamId(), _ -> new ArrayList<>())
            .add(LogEvent.decode(place.position(), cursor.value()));
      }
    }
    return batch;
  }

  private void delete(
      Scope scope, Group group, EventKeys keys, String streamId, List<LogEvent> expired) {
    var name = name(scope, group, streamId);
    store.transact(
        name == null ? Locks.NONE : Locks.of(streams.key(scope, group, name)),
        transaction -> {
          for (var event : expired) {
            var place = new EventKeys.Place(streamId, event.position());
            transaction.delete(keys.event(place).bytes());
            transaction.delete(keys.line(place).bytes());
          }
          if (name != null) {
            var first = first(transaction, keys.lines(streamId));
            streams.shrink(
                transaction,
                scope,
                group,
                name,
                stream -> without(stream, streamId, expired, first));
          }
          return expired;
        });
  }

  private @Nullable String name(Scope scope, Group group, String streamId) {
    try (var snapshot = store.snapshot()) {
      return Streams.name(snapshot, scope, group, streamId);
    }
  }

  private static @Nullable Position first(Reader reader, Key lines) {
    try (var cursor = reader.scan(lines.children())) {
      return cursor.next() ? EventKeys.position(cursor.key()) : null;
    }
  }

  private static Stream without(
      Stream stream, String streamId, List<LogEvent> expired, @Nullable Position first) {
    if (!stream.id().equals(streamId)) {
      return stream;
    }
    long bytes = stream.bytes() - expired.stream().mapToLong(LogEvent::size).sum();
    var description =
        stream.description().toBuilder()
            .firstEventTimestamp(first == null ? null : first.timestamp())
            .build();
    return new Stream(description, stream.id(), stream.next(), bytes);
  }
}
