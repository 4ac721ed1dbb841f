package brume.store;

import org.jspecify.annotations.Nullable;

/// What snapshots and transactions have in common; for one thread at a time.
///
/// The arrays they give back are for reading only: the store may hold the same ones.
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
