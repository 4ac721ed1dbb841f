package brume.dynamodb.data;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.past.UndoLog;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.stream.ChangeLog;
import brume.dynamodb.stream.Recorder;
import brume.dynamodb.table.Table;
import brume.dynamodb.throughput.Throughput;
import brume.dynamodb.version.ItemVersion;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes items with all that follows from them: index entries, times of expiry, the sizes of item
/// collections and the records of streams.
final class Writer {
  private final Store store;
  private final Tables tables;
  private final Recorder recorder;
  private final Throughput throughput;

  Writer(Store store, Tables tables, Recorder recorder, Throughput throughput) {
    this.store = store;
    this.tables = tables;
    this.recorder = recorder;
    this.throughput = throughput;
  }

  <T> T write(List<Write> writes, Cause cause, Frame<T> frame) {
    var current = writes;
    while (true) {
      var written = attempt(current, cause, frame);
      if (written.isPresent()) {
        spend(current, written.get().changes, frame.cost(), cause);
        return written.get().result;
      }
      // A table is not what it was when the request began, which has no part in it yet.
      current = current.stream().map(write -> write.of(tables.again(write.table()))).toList();
    }
  }

  /// @param changes none when nothing was written
  private record Written<T>(T result, List<Change> changes) {}

  /// Empty when a table is not what it was.
  private <T> Optional<Written<T>> attempt(List<Write> writes, Cause cause, Frame<T> frame) {
    var written = new ArrayList<Table>(writes.size());
    var places = new ArrayList<Key>(writes.size());
    var locks = new ArrayList<>(frame.locks());
    for (var write : writes) {
      var at = write.table().items().key(write.key());
      written.add(write.table());
      places.add(at);
      locks.add(write.table().lock(write.key(), at));
    }
    try (var log = recorder.open(cause, written)) {
      return store.transact(
          new Locks(locks),
          transaction -> {
            if (!areCurrent(transaction, writes)) {
              return Optional.empty();
            }
            var budget = new Budget(transaction);
            var early = frame.begin(budget);
            if (early.isPresent()) {
              return early.map(result -> new Written<>(result, List.of()));
            }
            var changes = new ArrayList<Change>(writes.size());
            for (int i = 0; i < writes.size(); i++) {
              try {
                changes.add(write(budget, writes.get(i), places.get(i), log));
              } catch (ServiceException e) {
                frame.refused(i, e);
                changes.add(Change.NONE);
              }
            }
            return Optional.of(new Written<>(frame.end(budget, changes), changes));
          });
    }
  }

  /// Nobody pays for what expires, or comes from another replica.
  private void spend(List<Write> writes, List<Change> changes, int cost, Cause cause) {
    for (int i = 0; i < changes.size() && cause.isRequest(); i++) {
      var change = changes.get(i);
      throughput.write(
          writes.get(i).table(), cost * change.units(), change.indexUnits(), cause.at());
    }
  }

  @SuppressWarnings("ReferenceEquality") // only spares asking again
  private boolean areCurrent(Transaction transaction, List<Write> writes) {
    Table checked = null;
    for (var write : writes) {
      if (write.table() != checked && !tables.isCurrent(transaction, write.table())) {
        return false;
      }
      checked = write.table();
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // a decision that leaves all as it is returns what it got
  private static Change write(Transaction transaction, Write write, Key at, ChangeLog log) {
    var table = write.table();
    var versions = ItemVersion.of(transaction, table, at);
    if (write.version() != null && (versions == null || !versions.isBefore(write.version()))) {
      return Change.NONE;
    }
    var stored = transaction.get(at.bytes());
    var before = stored == null ? null : ItemReader.read(stored);
    var after = write.decision().after(before);
    if (before != null && before == after) {
      return new Change(before, after, Map.of(), null);
    }
    if (after != null) {
      transaction.put(at.bytes(), ItemWriter.write(after));
    } else if (before != null) {
      transaction.delete(at.bytes());
    }
    var units = IndexEntries.change(transaction, table, before, after);
    Expiries.change(transaction, table, at, before, after);
    var collection = ItemCollections.change(transaction, table, write.key(), at, before, after);
    log.append(transaction, table, write.key(), before, after);
    UndoLog.record(transaction, table, at, before, log.cause().at());
    if (versions != null) {
      versions.change(transaction, before, after, write.version(), log.cause().at());
    }
    return new Change(before, after, units, collection);
  }
}
