package brume.identity.signature;

import brume.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decodes an `aws-chunked` body and checks every chunk at its end, then the trailer and the whole
/// length.
///
/// Source: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple
/// Chunks".
final class ChunkedStream extends InputStream {
  /// All signed chunks but the last hold at least so many bytes.
  static final int MIN_SIGNED_CHUNK = 8192;

  private final InputStream in;
  private final Shape shape;
  private final @Nullable ChunkSignatures signatures;
  private final Trailers trailers;
  private @Nullable ChunkHead head;
  private long left;
  private long delivered;
  private boolean small;
  private boolean ended;

  /// @param length of the decoded body, in bytes
  /// @param announced the names in `x-amz-trailer`; null where no trailer follows
  record Shape(long length, @Nullable List<String> announced) {}

  ChunkedStream(
      InputStream in, Shape shape, @Nullable ChunkSignatures signatures, Trailers trailers) {
    this.in = in;
    this.shape = shape;
    this.signatures = signatures;
    this.trailers = trailers;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (left == 0 && !ended) {
      begin();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw incomplete();
    }
    if (signatures != null) {
      signatures.data(into, offset, read);
    }
    left -= read;
    delivered += read;
    if (left == 0) {
      finishChunk();
    }
    return read;
  }

  private void begin() throws IOException {
    var next = ChunkHead.read(in, signatures != null);
    head = next;
    left = next.size();
    if (left == 0) {
      finish(next);
      return;
    }
    if (small && signatures != null) {
      throw Refusal.SMALL_CHUNK.because(
          "Only the last chunk is allowed to have a size less than 8192 bytes");
    }
    small = left < MIN_SIGNED_CHUNK;
    if (delivered + left > shape.length) {
      throw incomplete();
    }
  }

  private void finishChunk() throws IOException {
    check(head);
    if (!ChunkHead.line(in).isEmpty()) {
      throw Refusal.MALFORMED_CHUNK.because("A chunk is longer than its size says");
    }
  }

  private void check(@Nullable ChunkHead chunk) {
    if (signatures != null && chunk != null && chunk.signature() != null) {
      signatures.requireChunk(chunk.signature());
    }
  }

  private void finish(ChunkHead last) throws IOException {
    check(last);
    if (delivered != shape.length) {
      throw incomplete();
    }
    trailers.arrived(trailer());
    if (in.read() >= 0) {
      throw Refusal.MALFORMED_CHUNK.because("More follows the last chunk");
    }
    ended = true;
  }

  private Headers trailer() throws IOException {
    if (shape.announced == null) {
      if (!ChunkHead.line(in).isEmpty()) {
        throw ChunkTrailer.malformed();
      }
      return Headers.EMPTY;
    }
    var trailer = ChunkTrailer.read(in, shape.announced);
    if (signatures != null) {
      var signature = trailer.signature();
      if (signature == null) {
        throw ChunkTrailer.malformed();
      }
      signatures.requireTrailer(trailer.canonical(), signature);
    }
    return trailer.fields();
  }

  private static RefusedException incomplete() {
    return Refusal.INCOMPLETE_BODY.because(
        "You did not provide the number of bytes specified by the x-amz-decoded-content-length"
            + " HTTP header.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
