package brume.dynamodb.data;

import brume.dynamodb.item.Invalid;
import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Transaction;
import org.jspecify.annotations.Nullable;

/// A transaction that refuses, with an error for the caller, what the store cannot hold at once: an
/// item may be small enough, and yet be too large together with its entries in many indexes and its
/// images in a stream.
final class Budget implements Transaction {
  /// Keys and values, in bytes. The bound of [Transaction] is 5 MB; what is replaced counts once
  /// more here.
  static final int MAX_BYTES = 5 * 1024 * 1024;

  private final Transaction transaction;
  private long bytes;

  Budget(Transaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void put(byte[] key, byte[] value) {
    count(key.length + value.length);
    transaction.put(key, value);
  }

  @Override
  public void delete(byte[] key) {
    count(key.length);
    transaction.delete(key);
  }

  private void count(int more) {
    bytes += more;
    if (bytes > MAX_BYTES) {
      throw Invalid.request(
          "The items of the request, with their entries in indexes and their records in streams,"
              + " exceed the "
              + MAX_BYTES
              + " bytes that can be written at once");
    }
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return transaction.get(key);
  }

  @Override
  public Cursor scan(KeyRange range, Direction direction) {
    return transaction.scan(range, direction);
  }
}
