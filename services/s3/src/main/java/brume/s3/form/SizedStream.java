package brume.s3.form;

import java.io.IOException;
import java.io.InputStream;

/// The file of a form, which ends in a refusal when it has another size than its policy allows.
final class SizedStream extends InputStream {
  private final InputStream in;
  private final PostPolicy.Sizes sizes;
  private long bytes;

  SizedStream(InputStream in, PostPolicy.Sizes sizes) {
    this.in = in;
    this.sizes = sizes;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    bytes += Math.max(count, 0);
    sizes.check(bytes, count < 0);
    return count;
  }
}
