package brume.store.rocks;

import brume.store.Snapshot;
import brume.store.engine.Engine;
import brume.store.engine.GroupCommit;
import brume.store.engine.Writes;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// RocksDB behind one committer.
final class RocksEngine implements Engine {
  private final DataDirectory directory;
  private final Tuning tuning;
  private final RocksDB db;
  private final DiskSpace space;
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final GroupCommit group = new GroupCommit(this::append);

  private RocksEngine(DataDirectory directory, Tuning tuning, RocksDB db, DiskSpace space) {
    this.directory = directory;
    this.tuning = tuning;
    this.db = db;
    this.space = space;
  }

  static RocksEngine open(Path path, RocksSettings settings) {
    var directory = DataDirectory.open(path);
    try {
      NativeLibrary.load(directory.resolve("native"));
      return open(directory, settings);
    } catch (UnusableDirectoryException e) {
      directory.close();
      throw e;
    }
  }

  private static RocksEngine open(DataDirectory directory, RocksSettings settings) {
    var space = DiskSpace.of(directory.path(), settings.reserveBytes());
    var tuning = new Tuning(settings);
    try {
      var db = RocksDB.open(tuning.options(), directory.resolve("rocks").toString());
      return new RocksEngine(directory, tuning, db, space);
    } catch (RocksDBException e) {
      tuning.close();
      throw new UnusableDirectoryException(
          "Cannot open the store in " + directory.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try {
      return db.get(key);
    } catch (RocksDBException e) {
      throw Failures.unavailable("The store cannot read", e);
    }
  }

  @Override
  public Snapshot snapshot() {
    return new RocksSnapshot(db);
  }

  @Override
  public void commit(Writes writes) {
    group.commit(writes);
  }

  /// On the committer's thread: all of `batch`, or, after a crash, none of it.
  private void append(List<Writes> batch) {
    space.check();
    try (var all = new WriteBatch()) {
      var target = new BatchTarget(all);
      for (var writes : batch) {
        writes.copyTo(target);
      }
      db.write(synced, all);
    } catch (RocksDBException e) {
      throw Failures.unavailable("The store cannot write", e);
    }
  }

  private record BatchTarget(WriteBatch batch) implements Writes.Target<RocksDBException> {
    @Override
    public void put(byte[] key, byte[] value) throws RocksDBException {
      batch.put(key, value);
    }

    @Override
    public void delete(byte[] key) throws RocksDBException {
      batch.delete(key);
    }
  }

  @Override
  public void close() {
    group.close();
    synced.close();
    db.close();
    tuning.close();
    directory.close();
  }
}
