package brume.store.blob;

import java.util.regex.Pattern;

/// Names a blob for ever: its content never changes.
///
/// @param name 32 hexadecimal digits
/// @param length in bytes
public record BlobId(String name, long length) {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern TEXT = Pattern.compile("(" + NAME + ")-(\\d{1,18})");

  public BlobId {
    if (!NAME.matcher(name).matches() || length < 0) {
      throw new IllegalArgumentException("Not a blob's id: " + name + "-" + length);
    }
  }

  /// Reads what [#toString] wrote; throws [IllegalArgumentException] on anything else.
  public static BlobId parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a blob's id: " + text);
    }
    return new BlobId(parts.group(1), Long.parseLong(parts.group(2)));
  }

  /// One word, to be stored.
  @Override
  public String toString() {
    return name + "-" + length;
  }
}
