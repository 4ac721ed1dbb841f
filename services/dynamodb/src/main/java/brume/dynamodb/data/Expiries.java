package brume.dynamodb.data;

import brume.dynamodb.item.Item;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Transaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Keeps the items that expire by their times, within the transactions that change them. Behind the
/// time, a key holds the part of the item's own key that is behind the table's prefix.
final class Expiries {
  private static final byte[] NOTHING = {};

  private Expiries() {}

  static void change(
      Transaction transaction, Table table, Key at, @Nullable Item before, @Nullable Item after) {
    var expiry = table.definition().expiry();
    if (expiry == null) {
      return;
    }
    var old = before == null ? OptionalLong.empty() : expiry.of(before);
    var now = after == null ? OptionalLong.empty() : expiry.of(after);
    if (old.equals(now)) {
      return;
    }
    if (old.isPresent()) {
      transaction.delete(key(table, expiry, old.getAsLong(), at));
    }
    if (now.isPresent()) {
      transaction.put(key(table, expiry, now.getAsLong(), at), NOTHING);
    }
  }

  /// Puts the time of an item that was there before the setting.
  static void fill(Transaction transaction, Table table, Key at, Item item) {
    change(transaction, table, at, null, item);
  }

  private static byte[] key(Table table, Expiry expiry, long second, Key at) {
    var item = Arrays.copyOfRange(at.bytes(), prefixLength(table), at.bytes().length);
    return table.expiries(expiry).then().number(second).raw(item).build().bytes();
  }

  /// What is due at `now` and not too long ago.
  static KeyRange due(Table table, Expiry expiry, Instant now) {
    var all = table.expiries(expiry);
    long oldest = Math.max(0, now.minus(Expiry.OLDEST).getEpochSecond());
    return new KeyRange(
        all.then().number(oldest).build().bytes(),
        all.then().number(now.getEpochSecond()).build().bytes());
  }

  /// Where the item lies that an entry is of.
  static Key item(Table table, Expiry expiry, byte[] entry) {
    int from = table.expiries(expiry).bytes().length + Long.BYTES;
    return table.items().prefix().then().raw(Arrays.copyOfRange(entry, from, entry.length)).build();
  }

  private static int prefixLength(Table table) {
    return table.items().prefix().bytes().length;
  }
}
