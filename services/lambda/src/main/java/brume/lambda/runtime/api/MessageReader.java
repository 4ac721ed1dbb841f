package brume.lambda.runtime.api;

import brume.lambda.runtime.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads HTTP/1.1 requests from a connection. Source: RFC 9112.
final class MessageReader {
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_HEADERS = 100;
  private static final int CHUNK = 16 * 1024;

  private final InputStream in;
  private boolean tooLarge;

  MessageReader(InputStream in) {
    this.in = new BufferedInputStream(in, CHUNK);
  }

  /// Null at the end of the connection.
  @Nullable Message next() throws IOException {
    var first = line();
    if (first == null) {
      return null;
    }
    var words = first.split(" ", 3);
    if (words.length < 3) {
      throw new IOException("Not an HTTP request: " + first);
    }
    var headers = new HashMap<String, String>();
    readHeaders(headers);
    tooLarge = false;
    var body = body(headers);
    return new Message(words[0], words[1], headers, body, tooLarge);
  }

  private void readHeaders(Map<String, String> headers) throws IOException {
    for (int i = 0; i <= MAX_HEADERS; i++) {
      var line = line();
      if (line == null || line.isEmpty()) {
        return;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw new IOException("Too many headers");
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunked(headers);
    }
    long length = number(headers.getOrDefault("content-length", "0"), 10);
    if (length > Limits.PAYLOAD_BYTES) {
      in.skipNBytes(length);
      tooLarge = true;
      return new byte[0];
    }
    var body = in.readNBytes((int) length);
    if (body.length < length) {
      throw new IOException("The connection ended within a body");
    }
    return body;
  }

  private byte[] chunked(Map<String, String> headers) throws IOException {
    var body = new ByteArrayOutputStream();
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      if (body.size() + size > Limits.PAYLOAD_BYTES) {
        tooLarge = true;
        in.skipNBytes(size);
      } else {
        body.writeBytes(in.readNBytes((int) size));
      }
      line();
    }
    readHeaders(headers);
    return tooLarge ? new byte[0] : body.toByteArray();
  }

  private long chunkSize() throws IOException {
    var line = line();
    if (line == null) {
      throw new IOException("The connection ended within a chunk");
    }
    int extension = line.indexOf(';');
    return number(extension < 0 ? line : line.substring(0, extension), 16);
  }

  private static long number(String text, int radix) throws IOException {
    try {
      return Long.parseUnsignedLong(text.strip(), radix);
    } catch (NumberFormatException e) {
      throw new IOException("Not a length: " + text, e);
    }
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream(128);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (line.size() == MAX_LINE) {
        throw new IOException("A header line is too long");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
