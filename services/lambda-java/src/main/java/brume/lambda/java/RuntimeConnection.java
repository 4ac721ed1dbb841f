package brume.lambda.java;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP connection to the Runtime API, with one request at a time.
///
/// A socket channel instead of the JDK's HTTP client, which would cost more than everything else
/// that a cold start does here.
final class RuntimeConnection {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int END_OF_HEAD_BYTES = 4;

  private final String host;
  private final SocketChannel channel;
  private byte[] received = new byte[BUFFER_BYTES];
  private int count;

  /// An answer of the Runtime API, mostly an invocation.
  ///
  /// @param headers by lower-case name
  record Event(Map<String, String> headers, byte[] body) {
    String requestId() {
      return headers.getOrDefault("lambda-runtime-aws-request-id", "");
    }

    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  private RuntimeConnection(String host, SocketChannel channel) {
    this.host = host;
    this.channel = channel;
  }

  /// @param address an IPv4 address and port, as `AWS_LAMBDA_RUNTIME_API` has it
  static RuntimeConnection open(String address) throws IOException {
    int colon = address.lastIndexOf(':');
    var host = InetAddress.ofLiteral(address.substring(0, colon));
    int port = Integer.parseInt(address.substring(colon + 1));
    var channel = SocketChannel.open(new InetSocketAddress(host, port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new RuntimeConnection(address, channel);
  }

  /// Blocks until there is an event; null when the environment ends.
  @Nullable Event next() throws IOException {
    send("GET " + ROOT + "invocation/next HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
    try {
      return receive();
    } catch (EOFException _) {
      return null;
    }
  }

  /// @param errorType given for errors
  void post(String path, byte[] body, @Nullable String errorType) throws IOException {
    var head = new StringBuilder("POST ").append(ROOT).append(path).append(" HTTP/1.1\r\nHost: ");
    head.append(host).append("\r\nContent-Type: application/json\r\nContent-Length: ");
    head.append(body.length).append("\r\n");
    if (errorType != null) {
      head.append("Lambda-Runtime-Function-Error-Type: ").append(errorType).append("\r\n");
    }
    send(head.append("\r\n").toString(), body);
    receive();
  }

  private void send(String head, byte[] body) throws IOException {
    var bytes = head.getBytes(UTF_8);
    var message = Arrays.copyOf(bytes, bytes.length + body.length);
    System.arraycopy(body, 0, message, bytes.length, body.length);
    var buffer = ByteBuffer.wrap(message);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private Event receive() throws IOException {
    int end = endOfHead();
    while (end < 0) {
      fill();
      end = endOfHead();
    }
    var headers = headers(new String(received, 0, end, UTF_8));
    int start = end + END_OF_HEAD_BYTES;
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    if (received.length < start + length) {
      received = Arrays.copyOf(received, start + length);
    }
    while (count < start + length) {
      fill();
    }
    var body = Arrays.copyOfRange(received, start, start + length);
    count -= start + length;
    System.arraycopy(received, start + length, received, 0, count);
    return new Event(headers, body);
  }

  private int endOfHead() {
    return new String(received, 0, count, ISO_8859_1).indexOf("\r\n\r\n");
  }

  private void fill() throws IOException {
    if (count == received.length) {
      received = Arrays.copyOf(received, 2 * count);
    }
    int read = channel.read(ByteBuffer.wrap(received, count, received.length - count));
    if (read < 0) {
      throw new EOFException();
    }
    count += read;
  }

  private static Map<String, String> headers(String head) {
    var headers = new HashMap<String, String>();
    for (int at = head.indexOf("\r\n"); at >= 0; ) {
      int start = at + 2;
      at = head.indexOf("\r\n", start);
      var line = at < 0 ? head.substring(start) : head.substring(start, at);
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }
}
