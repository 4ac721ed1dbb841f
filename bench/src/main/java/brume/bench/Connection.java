package brume.bench;

import brume.http.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection that sends requests made in advance, so that a load costs little beside
/// what it measures.
final class Connection implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  Connection(URI endpoint) throws IOException {
    socket = new Socket(endpoint.getHost(), endpoint.getPort());
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /// The request as it goes over the wire.
  static byte[] bytes(Request request) throws IOException {
    var text = new StringBuilder(request.method()).append(' ').append(request.path());
    if (!request.query().isEmpty()) {
      text.append('?').append(request.query());
    }
    text.append(" HTTP/1.1\r\n");
    for (var field : request.headers().fields()) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    text.append("Content-Length: ").append(request.body().length()).append("\r\n\r\n");
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    try (var body = request.body().open()) {
      body.transferTo(whole);
    }
    return whole.toByteArray();
  }

  /// The body of the answer.
  ///
  /// Throws [IOException] with the answer when it is an error.
  byte[] send(byte[] request) throws IOException {
    var head = head(request);
    var body = head.chunked ? chunks() : in.readNBytes(head.length);
    if (head.status >= 300) {
      throw new IOException(head.status + " " + new String(body, StandardCharsets.UTF_8));
    }
    return body;
  }

  /// As [#send], for an answer whose body is of known length and of no interest.
  void skip(byte[] request) throws IOException {
    var head = head(request);
    if (head.status >= 300) {
      throw new IOException(
          head.status + " " + new String(in.readNBytes(head.length), StandardCharsets.UTF_8));
    }
    in.skipNBytes(head.length);
  }

  private record Head(int status, int length, boolean chunked) {}

  private Head head(byte[] request) throws IOException {
    out.write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (var field = line(); !field.isEmpty(); field = line()) {
      var lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:");
    }
    return new Head(status, length, chunked);
  }

  private byte[] chunks() throws IOException {
    var whole = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      whole.writeBytes(in.readNBytes(size));
      var _ = line();
    }
    var _ = line();
    return whole.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
