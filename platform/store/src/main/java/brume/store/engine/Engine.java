package brume.store.engine;

import brume.store.Snapshot;
import org.jspecify.annotations.Nullable;

/// Keeps the entries. Called by many threads; closed once, when nothing uses it any more.
public interface Engine extends AutoCloseable {
  /// What a snapshot of this moment has under `key`.
  byte @Nullable [] get(byte[] key);

  Snapshot snapshot();

  /// Returns when all of `writes` are durable and visible to later snapshots.
  ///
  /// Throws [brume.store.StoreUnavailableException] when they could not be made so.
  void commit(Writes writes);

  @Override
  void close();
}
