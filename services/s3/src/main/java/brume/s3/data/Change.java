package brume.s3.data;

import brume.s3.bucket.Bucket;
import brume.s3.bucket.Versioning;
import brume.s3.object.Content;
import brume.s3.object.Version;
import brume.s3.object.VersionId;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Transaction;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a transaction does to the versions of one key.
final class Change {
  private final Transaction transaction;
  private final Bucket bucket;
  private final String key;
  private final Contents contents;
  private final Versioning versioning;
  private final List<Content> dropped = new ArrayList<>();
  private @Nullable Version current;
  private boolean looked;

  Change(
      Transaction transaction,
      Bucket bucket,
      String key,
      Contents contents,
      Configurations configurations) {
    this.transaction = transaction;
    this.bucket = bucket;
    this.key = key;
    this.contents = contents;
    versioning = configurations.versioning(transaction, bucket);
  }

  Transaction transaction() {
    return transaction;
  }

  Bucket bucket() {
    return bucket;
  }

  String key() {
    return key;
  }

  Versioning versioning() {
    return versioning;
  }

  /// What belongs to nothing once the transaction has committed.
  List<Content> dropped() {
    return dropped;
  }

  /// The object that a reader sees.
  @Nullable Version current() {
    return looked ? current : see(get(transaction, Layout.current(bucket, key)));
  }

  /// A delete marker, perhaps.
  @Nullable Version latest() {
    var current = current();
    return current == null ? searchLatest() : current;
  }

  /// As [#latest], when the object that a reader sees is yet to be found.
  private @Nullable Version searchLatest() {
    return versioning == Versioning.OFF
        ? null
        : first(transaction, Layout.versions(bucket, key).children());
  }

  /// Null when there is none of that id.
  @Nullable Version version(String id) {
    return versioning == Versioning.OFF && id.equals(Version.NULL)
        ? current()
        : find(transaction, bucket, key, id);
  }

  /// Behind all versions that there are.
  long nextOrder(Instant now) {
    var latest = latest();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    return latest == null ? micros : Math.max(micros, latest.order() + 1);
  }

  /// Puts the latest version.
  void add(Version version) {
    show(version, write(version));
  }

  /// Puts a version among the others, which may be later ones.
  void insert(Version version) {
    var _ = write(version);
    show(first(transaction, Layout.versions(bucket, key).children()));
  }

  /// Whether a version has that place in the order of the key's versions.
  boolean isTaken(long order) {
    return transaction.get(Layout.version(bucket, key, order).bytes()) != null;
  }

  /// Puts a version in place of itself.
  void replace(Version version) {
    var bytes = write(version);
    var current = current();
    if (current != null && current.order().equals(version.order())) {
      show(version, bytes);
    }
  }

  private byte[] write(Version version) {
    var bytes = JsonWriter.write(version);
    transaction.put(Layout.version(bucket, key, version.order()).bytes(), bytes);
    return bytes;
  }

  /// Removes a version; the latest of the others is then what a reader sees.
  void remove(Version version) {
    transaction.delete(Layout.version(bucket, key, version.order()).bytes());
    if (!version.isDeleteMarker()) {
      var content = version.content();
      contents.drop(transaction, bucket, content);
      Parts.delete(transaction, bucket, version);
      dropped.add(content);
    }
    show(searchLatest());
  }

  private void show(@Nullable Version latest) {
    if (latest == null) {
      hide();
    } else {
      show(latest, JsonWriter.write(latest));
    }
  }

  /// @param bytes of the latest version
  private void show(Version latest, byte[] bytes) {
    if (latest.isDeleteMarker()) {
      hide();
    } else {
      see(latest);
      transaction.put(Layout.current(bucket, key).bytes(), bytes);
    }
  }

  private void hide() {
    see(null);
    transaction.delete(Layout.current(bucket, key).bytes());
  }

  private @Nullable Version see(@Nullable Version seen) {
    current = seen;
    looked = true;
    return seen;
  }

  /// Null when there is none of that id.
  static @Nullable Version find(Reader reader, Bucket bucket, String key, String id) {
    var order = VersionId.order(id);
    if (order.isPresent()) {
      var stored = reader.get(Layout.version(bucket, key, order.getAsLong()).bytes());
      var version = stored == null ? null : decode(stored);
      return version != null && version.id().equals(id) ? version : null;
    }
    if (!id.equals(Version.NULL)) {
      return null;
    }
    try (var cursor = reader.scan(Layout.versions(bucket, key).children())) {
      while (cursor.next()) {
        var version = decode(cursor.value());
        if (version.isNull()) {
          return version;
        }
      }
    }
    return null;
  }

  static @Nullable Version first(Reader reader, KeyRange range) {
    try (var cursor = reader.scan(range)) {
      return cursor.next() ? decode(cursor.value()) : null;
    }
  }

  static @Nullable Version get(Reader reader, Key key) {
    var stored = reader.get(key.bytes());
    return stored == null ? null : decode(stored);
  }

  static Version decode(byte[] stored) {
    try {
      return (Version) Objects.requireNonNull(JsonReader.read(stored, Version.SHAPE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
