package brume.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Immutable bytes, compared unsigned and lexicographically, as DynamoDB and the store order them.
public final class Bytes implements Comparable<Bytes> {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Wraps without copying: the caller hands the array over and does not touch it again.
  public static Bytes wrap(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes);
  }

  public static Bytes copyOf(byte[] bytes) {
    return wrap(bytes.clone());
  }

  public static Bytes utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Throws [IllegalArgumentException] when `text` is not Base64.
  public static Bytes fromBase64(String text) {
    return wrap(Base64.getDecoder().decode(text));
  }

  public int length() {
    return bytes.length;
  }

  public byte at(int index) {
    return bytes[index];
  }

  /// The bytes themselves, for reading only: not a copy, so that hot paths make none.
  public byte[] shared() {
    return bytes;
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  public Bytes slice(int from, int to) {
    return wrap(Arrays.copyOfRange(bytes, from, to));
  }

  public boolean startsWith(Bytes prefix) {
    return bytes.length >= prefix.bytes.length
        && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
  }

  public String toUtf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length <= 32 ? toHex() : slice(0, 32).toHex() + "… (" + bytes.length + " bytes)";
  }
}
