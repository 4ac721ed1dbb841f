package brume.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Builds keys of several parts that sort part by part.
///
/// Text is closed by `00 01` with each zero byte in it doubled to `00 FF`, so that no part runs
/// into the next and the order of the texts is the order of the keys.
public record Key(byte[] bytes) {
  private static final int ESCAPE = 0x00;
  private static final int END = 0x01;
  private static final int ZERO = 0xFF;

  /// A key whose parts are these texts.
  public static Key of(String... parts) {
    var builder = new Builder();
    for (var part : parts) {
      builder.text(part);
    }
    return builder.build();
  }

  public Builder then() {
    var builder = new Builder();
    builder.out.writeBytes(bytes);
    return builder;
  }

  /// The key with further text parts behind this one's.
  public Key then(String... parts) {
    var builder = then();
    for (var part : parts) {
      builder.text(part);
    }
    return builder.build();
  }

  public KeyRange children() {
    return KeyRange.prefix(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key(byte[] theirs) && java.util.Arrays.equals(bytes, theirs);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(bytes);
  }

  public static final class Builder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    public Builder text(String part) {
      return escaped(part.getBytes(StandardCharsets.UTF_8));
    }

    public Builder escaped(byte[] part) {
      for (byte b : part) {
        out.write(b);
        if (b == 0) {
          out.write(ZERO);
        }
      }
      out.write(ESCAPE);
      out.write(END);
      return this;
    }

    /// Eight bytes, in the order of unsigned numbers.
    public Builder number(long value) {
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) (value >>> shift));
      }
      return this;
    }

    /// Bytes that need no end: the last part, or of fixed length.
    public Builder raw(byte[] part) {
      out.writeBytes(part);
      return this;
    }

    public Key build() {
      return new Key(out.toByteArray());
    }
  }
}
