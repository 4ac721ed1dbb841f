package brume.store.engine;

import brume.store.Snapshot;

/// Keeps the entries. Called by many threads; closed once, when nothing uses it any more.
public interface Engine extends AutoCloseable {
  Snapshot snapshot();

  /// Returns when all of `writes` are durable and visible to later snapshots.
  ///
  /// Throws [brume.store.StoreUnavailableException] when they could not be made so.
  void commit(Writes writes);

  @Override
  void close();
}
