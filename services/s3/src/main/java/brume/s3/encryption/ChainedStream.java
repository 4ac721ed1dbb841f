package brume.s3.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// Streams one behind the other, each of which is opened when the one before it has ended.
final class ChainedStream extends InputStream {
  private final Iterator<InputStream> streams;
  private InputStream current = InputStream.nullInputStream();

  ChainedStream(Iterator<InputStream> streams) {
    this.streams = streams;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = current.read(into, offset, length);
    while (count < 0 && streams.hasNext()) {
      current.close();
      current = streams.next();
      count = current.read(into, offset, length);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
