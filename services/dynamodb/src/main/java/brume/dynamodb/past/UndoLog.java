package brume.dynamodb.past;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Records what items were before they changed: under the item's key and the time of the change,
/// and under the time alone for those who forget it.
///
/// Times of one item never go back, and none is as early as a moment of which a copy is being made
/// already.
public final class UndoLog {
  private static final byte[] ENTRIES = {0};
  private static final byte[] TIMES = {1};
  private static final byte[] NOTHING = {};

  private UndoLog() {}

  /// To be called by the transaction that changes the item.
  public static void record(
      Transaction transaction, Table table, Key at, @Nullable Item before, Instant now) {
    var history = table.definition().history();
    if (history == null) {
      return;
    }
    var entries = entries(table, history).then().raw(table.suffix(at)).build();
    long micros = Math.max(Math.max(micros(now), last(transaction, entries)), floor(history));
    var entry = entries.then().number(micros).build().bytes();
    if (transaction.get(entry) == null) {
      // Of several changes at one time, only what was before the first was there at any other.
      transaction.put(entry, before == null ? NOTHING : ItemWriter.write(before));
      transaction.put(time(table, history, micros, table.suffix(at)).bytes(), NOTHING);
    }
  }

  private static long last(Reader reader, Key entries) {
    try (var cursor = reader.scan(entries.children(), Reader.Direction.BACKWARD)) {
      return cursor.next()
          ? ByteBuffer.wrap(cursor.key()).getLong(cursor.key().length - Long.BYTES)
          : 0;
    }
  }

  private static long floor(History history) {
    long floor = 0;
    for (var at : history.copies().values()) {
      floor = Math.max(floor, micros(at) + 1);
    }
    return floor;
  }

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static Key entries(Table table, History history) {
    return table.past(history).then().raw(ENTRIES).build();
  }

  private static Key time(Table table, History history, long micros, byte[] suffix) {
    return times(table, history).then().number(micros).raw(suffix).build();
  }

  private static Key times(Table table, History history) {
    return table.past(history).then().raw(TIMES).build();
  }

  /// The times of changes before `horizon`, as keys that [#forget] takes.
  public static KeyRange before(Table table, History history, Instant horizon) {
    var times = times(table, history);
    return new KeyRange(
        times.children().from(), times.then().number(micros(horizon)).build().bytes());
  }

  /// Forgets what one item was, which nobody needs any more.
  public static void forget(Transaction transaction, Table table, History history, byte[] time) {
    int from = times(table, history).bytes().length;
    var micros = ByteBuffer.wrap(time).getLong(from);
    var suffix = java.util.Arrays.copyOfRange(time, from + Long.BYTES, time.length);
    var entry = entries(table, history).then().raw(suffix).number(micros).build();
    transaction.delete(entry.bytes());
    transaction.delete(time);
  }
}
