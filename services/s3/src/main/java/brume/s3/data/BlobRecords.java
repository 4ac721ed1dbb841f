package brume.s3.data;

import brume.base.Bytes;
import brume.s3.object.Content;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import brume.store.blob.BlobId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which blobs belong to something, and which of them are damaged.
public final class BlobRecords {
  private static final Key BLOBS = Key.of("s3.blob");
  private static final Key DAMAGED = Key.of("s3.damaged");

  private final Store store;

  public BlobRecords(Store store) {
    this.store = store;
  }

  void put(Transaction transaction, Content content) {
    transaction.put(key(content.name()), Bytes.utf8(content.toString()).shared());
  }

  void delete(Transaction transaction, Content content) {
    transaction.delete(key(content.name()));
    transaction.delete(damaged(content));
  }

  boolean isKept(BlobId blob) {
    try (var snapshot = store.snapshot()) {
      return snapshot.get(key(blob.name())) != null;
    }
  }

  boolean isDamaged(Content content) {
    try (var snapshot = store.snapshot()) {
      return snapshot.get(damaged(content)) != null;
    }
  }

  /// From now on the content is not served.
  void markDamaged(Content content) {
    store.transact(
        Locks.of(key(content.name())),
        transaction -> {
          if (transaction.get(key(content.name())) != null) {
            transaction.put(damaged(content), new byte[0]);
          }
          return content;
        });
  }

  /// Up to `limit` contents behind the one named `after`, by name.
  List<Content> page(@Nullable String after, int limit) {
    var range = BLOBS.children();
    var found = new ArrayList<Content>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(after == null ? range : range.after(BLOBS.then(after)))) {
      while (found.size() < limit && cursor.next()) {
        found.add(Content.parse(Bytes.wrap(cursor.value()).toUtf8()));
      }
    }
    return found;
  }

  private static byte[] key(String name) {
    return BLOBS.then(name).bytes();
  }

  private static byte[] damaged(Content content) {
    return DAMAGED.then(content.name()).bytes();
  }
}
