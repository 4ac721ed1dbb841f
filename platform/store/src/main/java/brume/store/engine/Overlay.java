package brume.store.engine;

import brume.store.Cursor;
import brume.store.Reader.Direction;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// The entries of a cursor with a transaction's writes laid over them.
final class Overlay implements Cursor {
  private final Iterator<Entry<byte[], byte[]>> writes;
  private final Cursor below;
  private final Direction direction;
  private @Nullable Entry<byte[], byte[]> written;
  private boolean stored;
  private byte[] key = {};
  private byte[] value = {};

  Overlay(NavigableMap<byte[], byte[]> writes, Cursor below, Direction direction) {
    this.writes = writes.entrySet().iterator();
    this.below = below;
    this.direction = direction;
    stepWritten();
    stored = below.next();
  }

  @Override
  public boolean next() {
    while (written != null || stored) {
      int order = order();
      boolean visible = order > 0 ? takeStored() : takeWritten(order == 0);
      if (visible) {
        return true;
      }
    }
    return false;
  }

  /// Below zero when the next entry is written, above when it is stored, zero when it is both.
  private int order() {
    if (written == null) {
      return 1;
    }
    if (!stored) {
      return -1;
    }
    int order = Arrays.compareUnsigned(written.getKey(), below.key());
    return direction == Direction.FORWARD ? order : -order;
  }

  private boolean takeStored() {
    key = below.key();
    value = below.value();
    stored = below.next();
    return true;
  }

  private boolean takeWritten(boolean hidesStored) {
    var entry = java.util.Objects.requireNonNull(written);
    key = entry.getKey();
    value = entry.getValue();
    stepWritten();
    if (hidesStored) {
      stored = below.next();
    }
    return !Writes.isDeleted(value);
  }

  private void stepWritten() {
    written = writes.hasNext() ? writes.next() : null;
  }

  @Override
  public byte[] key() {
    return key;
  }

  @Override
  public byte[] value() {
    return value;
  }

  @Override
  public void close() {
    below.close();
  }
}
