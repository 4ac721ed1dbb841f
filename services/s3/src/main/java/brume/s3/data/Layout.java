package brume.s3.data;

import brume.s3.bucket.Bucket;
import brume.store.Key;
import brume.store.Locks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Where things of buckets are in the store.
final class Layout {
  /// An object's changes lock the gate of its key, and who deletes the bucket locks all gates: so
  /// no object appears in a bucket that was found empty.
  private static final int GATES = 256;

  /// What [Key] puts behind a text.
  static final int END_BYTES = 2;

  private Layout() {}

  /// The objects that a reader sees.
  static Key current(Bucket bucket) {
    return Key.of("s3.current", bucket.id());
  }

  static Key current(Bucket bucket, String key) {
    return current(bucket).then(key);
  }

  static Key versions(Bucket bucket) {
    return Key.of("s3.version", bucket.id());
  }

  static Key versions(Bucket bucket, String key) {
    return versions(bucket).then(key);
  }

  /// Later versions come first.
  static Key version(Bucket bucket, String key, long order) {
    return versions(bucket, key).then().number(Long.MAX_VALUE - order).build();
  }

  static Key uploads(Bucket bucket) {
    return Key.of("s3.upload", bucket.id());
  }

  static Key upload(Bucket bucket, String key, String uploadId) {
    return uploads(bucket).then(key, uploadId);
  }

  static Key parts(Bucket bucket, String uploadId) {
    return Key.of("s3.part", bucket.id(), uploadId);
  }

  static Key part(Bucket bucket, String uploadId, int number) {
    return parts(bucket, uploadId).then().number(number).build();
  }

  static Locks gate(Bucket bucket, String key) {
    return Locks.of(gate(bucket, Math.floorMod(key.hashCode(), GATES)));
  }

  static Locks allGates(Bucket bucket, Key more) {
    var keys = IntStream.range(0, GATES).mapToObj(gate -> gate(bucket, gate)).toList();
    var all = Arrays.copyOf(keys.toArray(Key[]::new), GATES + 1);
    all[GATES] = more;
    return Locks.of(all);
  }

  /// For a change of one setting while the bucket stays.
  static Locks setting(Bucket bucket, Key setting) {
    return Locks.of(setting, gate(bucket, 0));
  }

  private static Key gate(Bucket bucket, int gate) {
    return Key.of("s3.gate", bucket.id(), Integer.toString(gate));
  }

  /// The text part that begins at `from`, as [Key] writes it.
  static Part textAt(byte[] key, int from) {
    var text = new byte[key.length - from];
    int length = 0;
    int at = from;
    while (key[at] != 0 || key[at + 1] != 1) {
      text[length++] = key[at];
      at += key[at] == 0 ? 2 : 1;
    }
    return new Part(new String(text, 0, length, StandardCharsets.UTF_8), at + END_BYTES);
  }

  /// @param end where the next part begins
  record Part(String text, int end) {}
}
