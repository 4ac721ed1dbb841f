package brume.s3.data;

import brume.s3.bucket.Bucket;
import brume.s3.bucket.Setting;
import brume.s3.bucket.Versioning;
import brume.shape.Structure;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is configured of buckets, each setting a record of its own.
public final class Configurations {
  private final Store store;

  /// By the names of settings.
  private final Map<String, Decoded<Structure>> decoded = new ConcurrentHashMap<>();

  public Configurations(Store store) {
    this.store = store;
  }

  public <T extends Structure> @Nullable T get(Bucket bucket, Setting<T> setting) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, bucket, setting);
    }
  }

  @SuppressWarnings("unchecked")
  <T extends Structure> @Nullable T get(Reader reader, Bucket bucket, Setting<T> setting) {
    var stored = reader.get(key(bucket, setting).bytes());
    return stored == null
        ? null
        : (T)
            decoded
                .computeIfAbsent(setting.name(), _ -> new Decoded<>(bytes -> read(bytes, setting)))
                .of(stored);
  }

  private static Structure read(byte[] stored, Setting<?> setting) {
    try {
      return (Structure) Objects.requireNonNull(JsonReader.read(stored, setting.shape()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Versioning versioning(Bucket bucket) {
    try (var snapshot = store.snapshot()) {
      return versioning(snapshot, bucket);
    }
  }

  Versioning versioning(Reader reader, Bucket bucket) {
    var setting = get(reader, bucket, Setting.VERSIONING);
    return Versioning.of(setting == null ? null : setting.status());
  }

  public <T extends Structure> void put(Bucket bucket, Setting<T> setting, T value) {
    change(bucket, setting, _ -> value);
  }

  public void delete(Bucket bucket, Setting<?> setting) {
    change(bucket, setting, _ -> null);
  }

  /// Replaces a setting by what `change` makes of it; null is a setting that is not there.
  public <T extends Structure> void change(
      Bucket bucket, Setting<T> setting, UnaryOperator<@Nullable T> change) {
    store.transact(
        Layout.setting(bucket, key(bucket, setting)),
        transaction -> {
          Buckets.check(transaction, bucket);
          var changed = change.apply(get(transaction, bucket, setting));
          if (changed == null) {
            transaction.delete(key(bucket, setting).bytes());
          } else {
            put(transaction, bucket, setting, changed);
          }
          return bucket;
        });
  }

  /// Within the transaction that creates the bucket.
  public <T extends Structure> void put(
      Transaction transaction, Bucket bucket, Setting<T> setting, T value) {
    transaction.put(key(bucket, setting).bytes(), JsonWriter.write(value));
  }

  void deleteAll(Transaction transaction, Bucket bucket) {
    var keys = new ArrayList<byte[]>();
    try (var cursor = transaction.scan(root(bucket).children())) {
      while (cursor.next()) {
        keys.add(cursor.key());
      }
    }
    keys.forEach(transaction::delete);
  }

  private static Key root(Bucket bucket) {
    return Key.of("s3.setting", bucket.id());
  }

  private static Key key(Bucket bucket, Setting<?> setting) {
    return root(bucket).then(setting.name());
  }
}
