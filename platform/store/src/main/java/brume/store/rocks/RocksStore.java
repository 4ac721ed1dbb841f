package brume.store.rocks;

import brume.store.Store;
import brume.store.engine.EngineStore;
import java.nio.file.Path;

/// The durable store: what it acknowledged is on disk.
public final class RocksStore {
  private RocksStore() {}

  public static Store open(Path directory) {
    return open(directory, RocksSettings.DEFAULT);
  }

  /// Opens the store in `directory`, which it creates when missing and holds until closed.
  ///
  /// Throws [UnusableDirectoryException] when another process holds the directory, a newer Brume
  /// wrote it, or RocksDB cannot open it.
  public static Store open(Path directory, RocksSettings settings) {
    return new EngineStore(RocksEngine.open(directory, settings));
  }
}
