package brume.s3.data;

import brume.model.s3.GetObjectAttributesParts;
import brume.s3.bucket.Bucket;
import brume.s3.encryption.Nonces;
import brume.s3.object.Content;
import brume.s3.object.Version;
import brume.store.Key;
import brume.store.Store;
import brume.store.Transaction;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parts that objects were put in, which are remembered for those who read them part by part,
/// and the nonces of those that a customer's key encrypts.
public final class Parts {
  private final Store store;

  public Parts(Store store) {
    this.store = store;
  }

  /// Null for an object that was not put in parts.
  public @Nullable GetObjectAttributesParts of(Bucket bucket, Version version) {
    byte[] stored;
    try (var snapshot = store.snapshot()) {
      stored = snapshot.get(ofObject(bucket, version.content()).bytes());
    }
    try {
      return stored == null
          ? null
          : (GetObjectAttributesParts) JsonReader.read(stored, GetObjectAttributesParts.SHAPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Null for what no customer's key encrypts.
  public @Nullable Nonces nonces(Bucket bucket, Version version) {
    if (version.nonce() != null) {
      return Nonces.of(version.nonce(), version.size());
    }
    if (version.head().sseCustomerKeyMd5() == null) {
      return null;
    }
    try (var snapshot = store.snapshot()) {
      var stored = snapshot.get(nonces(bucket, version.content()).bytes());
      return Nonces.parse(new String(Objects.requireNonNull(stored), StandardCharsets.US_ASCII));
    }
  }

  /// Within the transaction that puts the object.
  ///
  /// @param nonces null for what no customer's key encrypts
  static void put(
      Transaction transaction,
      Bucket bucket,
      Content content,
      @Nullable GetObjectAttributesParts parts,
      @Nullable Nonces nonces) {
    if (parts != null) {
      transaction.put(ofObject(bucket, content).bytes(), JsonWriter.write(parts));
    }
    // the version itself has a single one
    if (nonces != null && nonces.single() == null) {
      var text = nonces.toString().getBytes(StandardCharsets.US_ASCII);
      transaction.put(nonces(bucket, content).bytes(), text);
    }
  }

  /// Within the transaction that removes the version.
  static void delete(Transaction transaction, Bucket bucket, Version version) {
    transaction.delete(ofObject(bucket, version.content()).bytes());
    if (version.head().sseCustomerKeyMd5() != null && version.nonce() == null) {
      transaction.delete(nonces(bucket, version.content()).bytes());
    }
  }

  private static Key ofObject(Bucket bucket, Content content) {
    return Key.of("s3.object-parts", bucket.id(), content.name());
  }

  private static Key nonces(Bucket bucket, Content content) {
    return Key.of("s3.object-nonces", bucket.id(), content.name());
  }
}
