package brume.dynamodb.stream;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of one item.
///
/// @param at about when it was made
/// @param isExpiry whether the item was deleted because its time had come
/// @param before the item before the change, where the stream shows it
/// @param after the item after the change, where the stream shows it
public record ChangeRecord(
    Kind kind,
    Instant at,
    boolean isExpiry,
    Item keys,
    @Nullable Item before,
    @Nullable Item after) {
  private static final byte VERSION = 1;
  private static final byte[] NOTHING = {};

  /// In the spelling of the API.
  public enum Kind {
    INSERT(0),
    MODIFY(1),
    REMOVE(2);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    private static Kind of(int code) {
      for (var kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalStateException("A stored change is of the unknown kind " + code);
    }
  }

  byte[] write() {
    var parts = new byte[][] {ItemWriter.write(keys), write(before), write(after)};
    int length = 3 + Long.BYTES;
    for (var part : parts) {
      length += Integer.BYTES + part.length;
    }
    var out = ByteBuffer.allocate(length);
    out.put(VERSION).put((byte) kind.code).put((byte) (isExpiry ? 1 : 0));
    out.putLong(at.toEpochMilli());
    for (var part : parts) {
      out.putInt(part.length).put(part);
    }
    return out.array();
  }

  private static byte[] write(@Nullable Item item) {
    return item == null ? NOTHING : ItemWriter.write(item);
  }

  static ChangeRecord read(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("A stored change has the unknown version " + version);
    }
    var kind = Kind.of(in.get());
    boolean isExpiry = in.get() != 0;
    var at = Instant.ofEpochMilli(in.getLong());
    var keys = part(in);
    return new ChangeRecord(
        kind, at, isExpiry, keys == null ? Item.EMPTY : keys, part(in), part(in));
  }

  /// When a stored change was made, without reading all of it.
  static Instant time(byte[] bytes) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(3));
  }

  private static @Nullable Item part(ByteBuffer in) {
    var part = new byte[in.getInt()];
    in.get(part);
    return part.length == 0 ? null : ItemReader.read(part);
  }
}
