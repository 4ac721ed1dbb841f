package brume.dax.cbor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Takes requests off a stream, which has no frames: what ends a request is that its last item is
/// complete. A request is kept in memory as long as it comes; its length and depth are bounded, and
/// nothing is set aside for what was only announced.
///
/// For one thread.
public final class CborInput {
  /// Items within items. What may be deeper, such as attribute values, comes as byte strings.
  static final int MAX_DEPTH = 16;

  /// Buffers that grew longer, in bytes, are given up after their request.
  private static final int KEPT = 64 << 10;

  private static final int INITIAL = 4 << 10;

  private final InputStream in;
  private byte[] buffer = new byte[INITIAL];
  private int start;
  private int at;
  private int end;
  private int limit;

  public CborInput(InputStream in) {
    this.in = in;
  }

  /// Forgets the request before, and waits for the next.
  ///
  /// @param maxBytes how long it may be
  /// @return false at the end of the stream
  public boolean next(int maxBytes) throws IOException {
    limit = maxBytes;
    int left = end - at;
    if (buffer.length > KEPT && left <= INITIAL) {
      var smaller = new byte[INITIAL];
      System.arraycopy(buffer, at, smaller, 0, left);
      buffer = smaller;
    } else if (left > 0) {
      System.arraycopy(buffer, at, buffer, 0, left);
    }
    start = 0;
    at = 0;
    end = left;
    return end > 0 || fill();
  }

  /// Reads so many further items of the request.
  ///
  /// Throws [EOFException] when the stream ends within them and [MalformedException] when they are
  /// not CBOR or too long.
  public CborReader items(int count) throws IOException {
    start = at;
    for (int i = 0; i < count; i++) {
      skip(0);
    }
    return new CborReader(buffer, start, at);
  }

  private void skip(int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("Items are nested too deeply");
    }
    need(1);
    int initial = buffer[at++] & 0xFF;
    int major = Major.of(initial);
    if (Major.additional(initial) == Major.INDEFINITE) {
      skipIndefinite(major, depth);
      return;
    }
    long argument = argument(initial);
    switch (major) {
      case Major.BYTES, Major.TEXT -> skipBytes(argument);
      case Major.ARRAY -> skipAll(argument, depth);
      case Major.MAP -> {
        skipAll(argument, depth);
        skipAll(argument, depth);
      }
      case Major.TAG -> skip(depth + 1);
      default -> {}
    }
  }

  private void skipAll(long count, int depth) throws IOException {
    if (count < 0 || count > limit) {
      throw tooLong();
    }
    for (long i = 0; i < count; i++) {
      skip(depth + 1);
    }
  }

  private void skipIndefinite(int major, int depth) throws IOException {
    if (major < Major.BYTES || major > Major.MAP) {
      throw new MalformedException("Not an item of indefinite length");
    }
    while (true) {
      need(1);
      if ((buffer[at] & 0xFF) == Major.BREAK) {
        at++;
        return;
      }
      skip(depth + 1);
    }
  }

  private void skipBytes(long count) throws IOException {
    if (count < 0 || count > limit) {
      throw tooLong();
    }
    need((int) count);
    at += (int) count;
  }

  private long argument(int initial) throws IOException {
    int additional = Major.additional(initial);
    if (additional < Major.ONE_BYTE) {
      return additional;
    }
    if (additional > Major.EIGHT_BYTES) {
      throw new MalformedException("Not an initial byte: " + initial);
    }
    int bytes = 1 << (additional - Major.ONE_BYTE);
    need(bytes);
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = (value << 8) | (buffer[at++] & 0xFF);
    }
    return value;
  }

  private void need(int bytes) throws IOException {
    while (end - at < bytes) {
      if (at + bytes > limit) {
        throw tooLong();
      }
      if (!fill()) {
        throw new EOFException("The stream ends within a request");
      }
    }
  }

  private boolean fill() throws IOException {
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(read, 0);
    return read >= 0;
  }

  private MalformedException tooLong() {
    return new MalformedException("A request is longer than " + limit + " bytes");
  }
}
