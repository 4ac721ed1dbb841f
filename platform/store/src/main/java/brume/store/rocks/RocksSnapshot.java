package brume.store.rocks;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/// RocksDB at one sequence number, for one thread.
///
/// It closes the cursors that its reader forgot: native memory has no other owner. What is closed
/// says so, since RocksDB itself would read freed memory.
final class RocksSnapshot implements Snapshot {
  private final RocksDB db;
  private final org.rocksdb.Snapshot moment;
  private final ReadOptions options;
  private final List<RocksCursor> cursors = new ArrayList<>(1);
  private boolean closed;

  RocksSnapshot(RocksDB db) {
    this.db = db;
    moment = db.getSnapshot();
    options = new ReadOptions().setSnapshot(moment);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    check();
    try {
      return db.get(options, key);
    } catch (RocksDBException e) {
      throw Failures.unavailable("The store cannot read", e);
    }
  }

  @Override
  public Cursor scan(KeyRange range, Direction direction) {
    check();
    var cursor = new RocksCursor(db, moment, range, direction);
    cursors.add(cursor);
    return cursor;
  }

  private void check() {
    if (closed) {
      throw new IllegalStateException("The snapshot is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cursors.forEach(RocksCursor::close);
      options.close();
      db.releaseSnapshot(moment);
    }
  }
}
