package brume.dynamodb.table;

import brume.store.Locks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.UUID;

/// The locks under which items are decided on: each item has one of a fixed number of its table's,
/// so that whoever changes the table's definition can take them all, and then knows that no write
/// is under way which has not seen the change.
public final class ItemLocks {
  private static final int BITS = 14;

  /// In a table with local indexes, the items of one partition share so many locks, each of which
  /// guards one cell of the partition's size.
  public static final int CELLS = 16;

  private final long table;
  private final boolean hasCells;

  ItemLocks(String tableId, boolean hasCells) {
    this.table = UUID.fromString(tableId).getLeastSignificantBits();
    this.hasCells = hasCells;
  }

  boolean hasCells() {
    return hasCells;
  }

  /// @param at where the item with the key lies in the store
  byte[] of(PrimaryKey key, byte[] at) {
    int item = bucket(PartitionHash.of(at));
    return name(hasCells ? (bucket(Table.hash(key)) & -CELLS) | (item % CELLS) : item);
  }

  /// Which cell of its partition's size an item counts in, from 0 to before [#CELLS].
  int cell(byte[] at) {
    return bucket(PartitionHash.of(at)) % CELLS;
  }

  private static int bucket(int hash) {
    return hash >>> (Integer.SIZE - BITS);
  }

  /// All of them, and `others`.
  Locks all(byte[]... others) {
    var names = new ArrayList<byte[]>((1 << BITS) + others.length);
    for (int bucket = 0; bucket < 1 << BITS; bucket++) {
      names.add(name(bucket));
    }
    names.addAll(java.util.List.of(others));
    return new Locks(names);
  }

  private byte[] name(int bucket) {
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES)
        .putLong(table)
        .putShort((short) bucket)
        .array();
  }
}
