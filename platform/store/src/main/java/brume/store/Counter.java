package brume.store;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A number under a key, changed atomically: take [#locks] into the locks of the transaction.
public record Counter(Key key) {
  public Locks locks() {
    return Locks.of(key);
  }

  /// Zero before the first change.
  public long value(Reader reader) {
    return value(reader.get(key.bytes()));
  }

  /// As it is now.
  public long value(Store store) {
    return value(store.get(key.bytes()));
  }

  private static long value(byte @Nullable [] stored) {
    return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
  }

  /// Adds `delta`, which may be negative, and returns the new value.
  ///
  /// Throws [ArithmeticException] when it would leave the range of a long.
  public long add(Transaction transaction, long delta) {
    long sum = Math.addExact(value(transaction), delta);
    transaction.put(key.bytes(), ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
    return sum;
  }
}
