package brume.store.engine;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Snapshot;
import brume.store.Transaction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the writes until the commit and lays them over a snapshot for its own reads.
///
/// The snapshot is taken at the first read, under the transaction's locks: a blind write needs
/// none.
final class BufferedTransaction implements Transaction, AutoCloseable {
  private final Supplier<Snapshot> source;
  private final Writes writes = new Writes();
  private @Nullable Snapshot snapshot;
  private boolean ended;

  BufferedTransaction(Supplier<Snapshot> source) {
    this.source = source;
  }

  Writes writes() {
    return writes;
  }

  @Override
  public void put(byte[] key, byte[] value) {
    check();
    writes.put(key, value);
  }

  @Override
  public void delete(byte[] key) {
    check();
    writes.delete(key);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    check();
    var own = writes.get(key);
    if (own == null) {
      return stored().get(key);
    }
    return Writes.isDeleted(own) ? null : own;
  }

  @Override
  public Cursor scan(KeyRange range, Direction direction) {
    check();
    var below = stored().scan(range, direction);
    var own = writes.within(range, direction);
    return own.isEmpty() ? below : new Overlay(own, below, direction);
  }

  private Snapshot stored() {
    if (snapshot == null) {
      snapshot = source.get();
    }
    return snapshot;
  }

  private void check() {
    if (ended) {
      throw new IllegalStateException("The transaction has ended: its body returned");
    }
  }

  /// Ends all reading and writing; the writes remain.
  @Override
  public void close() {
    ended = true;
    if (snapshot != null) {
      snapshot.close();
    }
  }
}
