package brume.store;

import org.jspecify.annotations.Nullable;

/// What snapshots and transactions have in common.
public interface Reader {
  byte @Nullable [] get(byte[] key);

  /// The entries of `range` in key order, or backwards. Close the cursor.
  Cursor scan(KeyRange range, Direction direction);

  default Cursor scan(KeyRange range) {
    return scan(range, Direction.FORWARD);
  }

  enum Direction {
    FORWARD,
    BACKWARD
  }
}
