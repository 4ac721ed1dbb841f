package brume.identity.signature;

import java.io.IOException;
import java.io.InputStream;

/// Holds the last byte back until the stream beneath has ended, so that a check at its end comes
/// before whoever reads has all of it, even one who counts bytes and never asks for the end.
final class LastByteStream extends InputStream {
  private static final int NONE = -1;

  private final InputStream in;
  private boolean started;
  private int held = NONE;

  LastByteStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    start();
    int given = held;
    if (given != NONE) {
      held = in.read();
    }
    return given;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    start();
    if (held == NONE) {
      return NONE;
    }
    int read = length == 1 ? 0 : in.read(into, offset + 1, length - 1);
    into[offset] = (byte) held;
    if (read <= 0) {
      held = read == 0 ? in.read() : NONE;
      return 1;
    }
    held = into[offset + read] & 0xff;
    return read;
  }

  private void start() throws IOException {
    if (!started) {
      started = true;
      held = in.read();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
