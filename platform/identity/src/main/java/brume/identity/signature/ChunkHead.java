package brume.identity.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The line before a chunk: `10000;chunk-signature=…`.
///
/// @param size in bytes; 0 for the last chunk
/// @param signature null where chunks are not signed
record ChunkHead(long size, @Nullable String signature) {
  /// S3's largest part, in bytes.
  static final long MAX_SIZE = 5L << 30;

  /// A longer line is no head and no trailer field, in bytes.
  static final int MAX_LINE = 2048;

  private static final String EXTENSION = "chunk-signature=";

  static ChunkHead read(InputStream in, boolean signed) throws IOException {
    var line = line(in);
    int semicolon = line.indexOf(';');
    var extension = semicolon < 0 ? "" : line.substring(semicolon + 1);
    if (signed && !extension.startsWith(EXTENSION)) {
      throw Refusal.MALFORMED_CHUNK.because("A chunk lacks its chunk-signature");
    }
    return new ChunkHead(
        size(semicolon < 0 ? line : line.substring(0, semicolon)),
        signed ? extension.substring(EXTENSION.length()) : null);
  }

  private static long size(String hex) {
    long size;
    try {
      size = Long.parseUnsignedLong(hex, 16);
    } catch (NumberFormatException notHex) {
      throw Refusal.MALFORMED_CHUNK.because("Not the size of a chunk: " + hex);
    }
    if (size < 0 || size > MAX_SIZE) {
      throw Refusal.MALFORMED_CHUNK.because("A chunk is larger than " + MAX_SIZE + " bytes");
    }
    return size;
  }

  /// Up to a carriage return and a line feed, without them.
  static String line(InputStream in) throws IOException {
    var line = new byte[MAX_LINE];
    int length = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw Refusal.INCOMPLETE_BODY.because("The request body terminated unexpectedly");
      }
      if (length == MAX_LINE) {
        throw Refusal.MALFORMED_CHUNK.because("A line of the chunked body is too long");
      }
      line[length++] = (byte) b;
    }
    var text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
    if (length == 0 || text.indexOf('\r') != length - 1 || text.indexOf(0) >= 0) {
      throw Refusal.MALFORMED_CHUNK.because("A line of the chunked body does not end in CRLF");
    }
    return text.substring(0, length - 1);
  }
}
