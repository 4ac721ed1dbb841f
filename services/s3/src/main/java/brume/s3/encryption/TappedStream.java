package brume.s3.encryption;

import brume.store.blob.BlobWriter;
import java.io.IOException;
import java.io.InputStream;

/// Shows what is read of another stream to observers.
public final class TappedStream extends InputStream {
  private final InputStream in;
  private final BlobWriter.Observer[] observers;

  public TappedStream(InputStream in, BlobWriter.Observer... observers) {
    this.in = in;
    this.observers = observers.clone();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    for (var observer : observers) {
      if (count > 0) {
        observer.update(into, offset, count);
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
