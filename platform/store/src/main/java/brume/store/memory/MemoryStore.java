package brume.store.memory;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Snapshot;
import brume.store.Store;
import brume.store.engine.Engine;
import brume.store.engine.EngineStore;
import brume.store.engine.Writes;
import org.jspecify.annotations.Nullable;

/// A store that lives and ends with the process.
public final class MemoryStore {
  private MemoryStore() {}

  /// An empty store.
  public static Store open() {
    return new EngineStore(new TreeEngine());
  }

  /// The newest tree; a snapshot is one that stays.
  private static final class TreeEngine implements Engine {
    private volatile Tree newest = Tree.EMPTY;

    @Override
    public byte @Nullable [] get(byte[] key) {
      return newest.get(key);
    }

    @Override
    public Snapshot snapshot() {
      return new TreeSnapshot(newest);
    }

    @Override
    public synchronized void commit(Writes writes) {
      var change = newest.change();
      writes.copyTo(change);
      newest = change.tree();
    }

    @Override
    public void close() {
      newest = Tree.EMPTY;
    }
  }

  private record TreeSnapshot(Tree tree) implements Snapshot {
    @Override
    public byte @Nullable [] get(byte[] key) {
      return tree.get(key);
    }

    @Override
    public Cursor scan(KeyRange range, Direction direction) {
      return new TreeCursor(tree, range, direction);
    }

    @Override
    public void close() {}
  }
}
