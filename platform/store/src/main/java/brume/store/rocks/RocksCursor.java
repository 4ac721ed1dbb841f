package brume.store.rocks;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Reader.Direction;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/// RocksDB's iterator within the bounds of a range.
///
/// RocksDB knows the bounds, so that it neither reads blocks behind them nor steps over what was
/// deleted there.
final class RocksCursor implements Cursor {
  private final KeyRange range;
  private final boolean forward;
  private final Slice lower;
  private final @Nullable Slice upper;
  private final ReadOptions options;
  private final RocksIterator iterator;
  private boolean started;
  private boolean valid;
  private boolean closed;

  RocksCursor(RocksDB db, Snapshot moment, KeyRange range, Direction direction) {
    this.range = range;
    forward = direction == Direction.FORWARD;
    lower = new Slice(range.from());
    upper = range.to().length == 0 ? null : new Slice(range.to());
    options = new ReadOptions().setSnapshot(moment).setIterateLowerBound(lower);
    if (upper != null) {
      options.setIterateUpperBound(upper);
    }
    iterator = db.newIterator(options);
  }

  @Override
  public boolean next() {
    check();
    if (started && !valid) {
      return false;
    }
    step();
    valid = iterator.isValid();
    if (!valid) {
      checkStatus();
    }
    return valid;
  }

  /// An iterator ends in the same way at the last entry and at a failure.
  private void checkStatus() {
    try {
      iterator.status();
    } catch (RocksDBException e) {
      throw Failures.unavailable("The store cannot scan", e);
    }
  }

  private void step() {
    if (!started) {
      started = true;
      start();
    } else if (forward) {
      iterator.next();
    } else {
      iterator.prev();
    }
  }

  private void start() {
    if (range.isEmpty()) {
      return;
    }
    if (forward) {
      iterator.seek(range.from());
    } else {
      iterator.seekToLast();
    }
  }

  @Override
  public byte[] key() {
    check();
    return iterator.key();
  }

  @Override
  public byte[] value() {
    check();
    return iterator.value();
  }

  private void check() {
    if (closed) {
      throw new IllegalStateException("The cursor is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      iterator.close();
      options.close();
      lower.close();
      if (upper != null) {
        upper.close();
      }
    }
  }
}
