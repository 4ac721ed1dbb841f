package brume.wire;

import brume.base.Body;
import brume.http.Request;
import brume.wire.value.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads the bodies that are decoded whole.
final class Bodies {
  /// The largest body that is read into memory; streamed payloads are not.
  static final int MAX_BYTES = 64 << 20;

  /// The largest body that a compressed one may become. The operations that clients compress take
  /// about one MiB; more would let a small request of anybody fill the memory.
  static final int MAX_UNCOMPRESSED_BYTES = 16 << 20;

  private Bodies() {}

  /// The body as it was before the client compressed it: of encodings, the one named last was
  /// applied last.
  ///
  /// Source: RFC 9110, section 8.4; Smithy, "requestCompression trait".
  static byte[] read(Request request) throws IOException {
    var sent = read(request.body());
    var encodings = String.join(",", request.headers().all("content-encoding")).split(",");
    boolean gzip = encodings[encodings.length - 1].strip().equalsIgnoreCase("gzip");
    return gzip && sent.length > 0 ? uncompressed(sent) : sent;
  }

  private static byte[] uncompressed(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return read(in, MAX_UNCOMPRESSED_BYTES);
    } catch (ZipException | EOFException _) {
      throw new MalformedException("The request body is not compressed with gzip");
    }
  }

  static byte[] read(Body body) throws IOException {
    if (body instanceof Body.OfBytes(var bytes)) {
      return bytes.shared();
    }
    if (body.length() > MAX_BYTES) {
      throw tooLarge(MAX_BYTES);
    }
    try (var in = body.open()) {
      return read(in, MAX_BYTES);
    }
  }

  private static byte[] read(InputStream in, int limit) throws IOException {
    var bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw tooLarge(limit);
    }
    return bytes;
  }

  private static MalformedException tooLarge(int limit) {
    return new MalformedException("The request body is larger than " + limit + " bytes");
  }
}
