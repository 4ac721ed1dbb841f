package brume.store.engine;

import brume.store.KeyRange;
import brume.store.Reader.Direction;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a transaction has written so far: the last write of each key, in key order.
public final class Writes {
  /// Keys and values of one transaction together, in bytes: the least that engines Brume may stand
  /// on allow.
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  /// Stands for a deleted key; told apart by identity.
  private static final byte[] DELETED = new byte[0];

  private final NavigableMap<byte[], byte[]> last = new TreeMap<>(Arrays::compareUnsigned);
  private long bytes;

  void put(byte[] key, byte[] value) {
    write(key, value);
  }

  void delete(byte[] key) {
    write(key, DELETED);
  }

  private void write(byte[] key, byte[] value) {
    var replaced = last.put(key, value);
    bytes += value.length - (replaced == null ? -key.length : replaced.length);
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "A transaction writes at most " + MAX_BYTES + " bytes, this one " + bytes);
    }
  }

  boolean isEmpty() {
    return last.isEmpty();
  }

  public int count() {
    return last.size();
  }

  /// Keys and values together.
  public int bytes() {
    return (int) bytes;
  }

  /// Where writes go.
  public interface Target<E extends Exception> {
    void put(byte[] key, byte[] value) throws E;

    void delete(byte[] key) throws E;
  }

  /// Hands each write over, in key order.
  public <E extends Exception> void copyTo(Target<E> target) throws E {
    for (var write : last.entrySet()) {
      if (isDeleted(write.getValue())) {
        target.delete(write.getKey());
      } else {
        target.put(write.getKey(), write.getValue());
      }
    }
  }

  /// What was written to `key`: a value, one that [#isDeleted], or null when nothing was.
  byte @Nullable [] get(byte[] key) {
    return last.get(key);
  }

  /// A copy of the writes within `range`, deletions among them: what is written later is not in it.
  NavigableMap<byte[], byte[]> within(KeyRange range, Direction direction) {
    var copy = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
    if (range.to().length == 0) {
      copy.putAll(last.tailMap(range.from(), true));
    } else if (!range.isEmpty()) {
      copy.putAll(last.subMap(range.from(), true, range.to(), false));
    }
    return direction == Direction.FORWARD ? copy : copy.descendingMap();
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean isDeleted(byte[] value) {
    return value == DELETED;
  }
}
