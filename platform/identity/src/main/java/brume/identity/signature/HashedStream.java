package brume.identity.signature;

import brume.identity.sigv4.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Checks at the end that the bytes which passed have the hash that was signed.
final class HashedStream extends InputStream {
  private final InputStream in;
  private final String expected;
  private final MessageDigest digest = Sha256.digest();
  private boolean ended;

  HashedStream(InputStream in, String expected) {
    this.in = in;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read < 0) {
      check();
    } else {
      digest.update((byte) read);
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read < 0) {
      check();
    } else {
      digest.update(into, offset, read);
    }
    return read;
  }

  private void check() {
    if (!ended) {
      ended = true;
      require(expected, HexFormat.of().formatHex(digest.digest()));
    }
  }

  static void require(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw Refusal.OTHER_BODY.because(
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
