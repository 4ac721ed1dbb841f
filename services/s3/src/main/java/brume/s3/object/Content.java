package brume.s3.object;

import brume.store.blob.BlobId;
import java.util.regex.Pattern;

/// Where the bytes of an object or a part are.
///
/// @param inline whether they are in the store; else they are a blob
/// @param name 32 hexadecimal digits, never used again
/// @param length in bytes
/// @param crc32c of all bytes, by which damage is noticed
public record Content(boolean inline, String name, long length, long crc32c) {
  private static final Pattern TEXT =
      Pattern.compile("([ib])-([0-9a-f]{32})-(\\d{1,18})-(\\d{1,10})");

  public static Content of(BlobId blob, long crc32c) {
    return new Content(false, blob.name(), blob.length(), crc32c);
  }

  /// Reads what [#toString] wrote.
  public static Content parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("Not a content: " + text);
    }
    return new Content(
        parts.group(1).equals("i"),
        parts.group(2),
        Long.parseLong(parts.group(3)),
        Long.parseLong(parts.group(4)));
  }

  /// Of one that is not inline.
  public BlobId blob() {
    return new BlobId(name, length);
  }

  /// One word, to be stored.
  @Override
  public String toString() {
    return (inline ? "i-" : "b-") + name + '-' + length + '-' + crc32c;
  }
}
