package brume.store;

import java.nio.ByteBuffer;

/// A number under a key, changed atomically: take [#locks] into the locks of the transaction.
public record Counter(Key key) {
  public Locks locks() {
    return Locks.of(key);
  }

  /// Zero before the first change.
  public long value(Reader reader) {
    var stored = reader.get(key.bytes());
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
