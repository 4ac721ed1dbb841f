package brume.logs.data;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Clears away what deleted groups and streams held.
public final class Clearing implements Delivery {
  static final String KIND = "logs.clear";

  /// Keys deleted in one transaction, which keeps it far below the bound of 5 MB.
  private static final int BATCH = 2000;

  /// A call that found the group just before its deletion may still write under its id: longer than
  /// a transaction waits for its locks and takes.
  private static final Duration LATE_WRITES = Duration.ofMinutes(1);

  private final Store store;

  public Clearing(Store store) {
    this.store = store;
  }

  static void oweGroup(Transaction transaction, Scope scope, String group, Instant now) {
    owe(transaction, now.plus(LATE_WRITES), scope, group, null, now);
  }

  static void oweStream(
      Transaction transaction, Scope scope, String group, String stream, Instant now) {
    owe(transaction, now, scope, group, stream, now);
  }

  private static void owe(
      Transaction transaction,
      Instant due,
      Scope scope,
      String group,
      @Nullable String stream,
      Instant now) {
    var what = Json.object("group", Json.of(group), "stream", Json.of(stream));
    var id = stream == null ? group : group + '/' + stream;
    Outbox.owe(transaction, due, new Owed(KIND, scope, id, 1, now, Bytes.utf8(what.print())));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) throws InterruptedException {
    var what = (Json.Obj) Json.parse(owed.payload().toUtf8());
    var group = Objects.requireNonNull(text(what, "group"));
    var stream = text(what, "stream");
    if (stream == null) {
      for (var kind : List.of(Streams.KIND, Streams.NAMES, EventKeys.EVENTS, EventKeys.LINES)) {
        var scope = owed.scope();
        clear(Key.of(scope.account(), scope.region(), kind, group).children(), null, "");
      }
    } else {
      var keys = new EventKeys(owed.scope(), group);
      clear(keys.lines(stream).children(), keys, stream);
    }
    return new Outcome.Done();
  }

  private static @Nullable String text(Json.Obj what, String name) {
    var value = what.get(name);
    return value == null ? null : value.text();
  }

  /// @param keys where the keys of `range` are lines, those of their events
  private void clear(KeyRange range, @Nullable EventKeys keys, String stream)
      throws InterruptedException {
    for (var batch = store.keys(range, BATCH); !batch.isEmpty(); batch = store.keys(range, BATCH)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var gone = batch;
      store.transact(
          Locks.NONE,
          transaction -> {
            for (var key : gone) {
              transaction.delete(key);
              if (keys != null) {
                var place = new EventKeys.Place(stream, EventKeys.position(key));
                transaction.delete(keys.event(place).bytes());
              }
            }
            return gone;
          });
    }
  }
}
