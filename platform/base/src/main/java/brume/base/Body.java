package brume.base;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a message, which may be far larger than memory.
public sealed interface Body {
  /// The length of a body that is not known before its end.
  long UNKNOWN = -1;

  Body EMPTY = new OfBytes(Bytes.EMPTY);

  /// In bytes, or [#UNKNOWN].
  long length();

  /// The bytes from the start. A stream body opens once only.
  InputStream open() throws IOException;

  static Body of(Bytes bytes) {
    return bytes.length() == 0 ? EMPTY : new OfBytes(bytes);
  }

  static Body of(byte[] bytes) {
    return of(Bytes.wrap(bytes));
  }

  static Body utf8(String text) {
    return of(Bytes.utf8(text));
  }

  record OfBytes(Bytes bytes) implements Body {
    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes.shared());
    }
  }

  /// A region of a file, which the HTTP server sends without copying it through memory.
  record OfFile(Path path, long offset, long length) implements Body {
    @Override
    public InputStream open() throws IOException {
      var channel = FileChannel.open(path, StandardOpenOption.READ);
      channel.position(offset);
      return new Bounded(Channels.newInputStream(channel), length);
    }
  }

  /// @param trailer the fields that follow the bytes
  record OfStream(InputStream stream, long length, Trailer trailer) implements Body {
    public OfStream(InputStream stream, long length) {
      this(stream, length, Trailer.NONE);
    }

    @Override
    public InputStream open() {
      return stream;
    }
  }
}
