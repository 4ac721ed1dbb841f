package brume.dynamodb.version;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// When and where an item was last written: of two writes, that with the later version lasts. Times
/// never go back for one item, whatever the clock does.
///
/// @param micros since 1970; 0 for an item that was there before its table had replicas
/// @param deleted the key of the item, when the write deleted it
public record Version(long micros, String region, @Nullable Item deleted)
    implements Comparable<Version> {
  private static final Comparator<Version> ORDER =
      Comparator.comparingLong(Version::micros).thenComparing(Version::region);

  /// Of an item that was there before its table had replicas.
  public static Version first(String region) {
    return new Version(0, region, null);
  }

  /// By time, and of one time by region, which is the same in every replica.
  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  byte[] write() {
    var name = region.getBytes(StandardCharsets.UTF_8);
    var key = deleted == null ? new byte[0] : ItemWriter.write(deleted);
    return ByteBuffer.allocate(Long.BYTES + 1 + name.length + key.length)
        .putLong(micros)
        .put((byte) name.length)
        .put(name)
        .put(key)
        .array();
  }

  static Version read(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    long micros = in.getLong();
    var name = new byte[in.get()];
    in.get(name);
    var key = new byte[in.remaining()];
    in.get(key);
    return new Version(
        micros,
        new String(name, StandardCharsets.UTF_8),
        key.length == 0 ? null : ItemReader.read(key));
  }
}
