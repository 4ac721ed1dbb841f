package brume.dax;

import brume.dax.cbor.CborInput;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.identity.Credential;
import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import brume.identity.sigv4.Timestamps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A client that says what a test wants it to say, without frames.
public final class RawClient implements AutoCloseable {
  public static final int ENDPOINTS = 455855874;
  public static final int GET_ITEM = 263244906;
  public static final int QUERY = -931250863;
  public static final int DEFINE_LIST_ID = -1230579644;
  public static final int DEFINE_LIST = 670678385;
  static final int SIGN_IN = 1489122155;
  private static final int MOST = 1 << 20;

  private final Socket socket;
  private final CborInput in;

  public RawClient(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  public RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new CborInput(socket.getInputStream());
  }

  /// A client that has said who it is.
  public static RawClient signedIn(int port, Credential credential, Instant now)
      throws IOException {
    var client = new RawClient(port);
    client.send(preamble());
    client.send(signIn(credential, "us-east-1", now));
    return client;
  }

  public static CborWriter preamble() {
    return new CborWriter()
        .text("J7yne5G")
        .integer(0)
        .nothing()
        .map(1)
        .text("UserAgent")
        .text("test")
        .integer(0);
  }

  public static CborWriter signIn(Credential credential, String region, Instant now) {
    var timestamp = Timestamps.format(now);
    var scope = new SigningScope(timestamp.substring(0, 8), region, "dax");
    var canonical =
        "POST\n/\n\nhost:dax.amazonaws.com\nx-amz-date:"
            + timestamp
            + "\n\nhost;x-amz-date\n"
            + Sha256.OF_NOTHING;
    var stringToSign =
        "AWS4-HMAC-SHA256\n"
            + timestamp
            + '\n'
            + scope
            + '\n'
            + Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    return request(SIGN_IN)
        .text(credential.accessKeyId())
        .text(SigningKey.derive(credential.secretKey(), scope).sign(stringToSign))
        .bytes(stringToSign.getBytes(StandardCharsets.UTF_8))
        .nullableText(credential.sessionToken())
        .text("test");
  }

  public static CborWriter request(int method) {
    return new CborWriter().integer(1).integer(method);
  }

  public static CborWriter getItem(String table, String key) {
    return request(GET_ITEM)
        .bytes(table.getBytes(StandardCharsets.UTF_8))
        .bytes(key.getBytes(StandardCharsets.UTF_8))
        .nothing();
  }

  public void send(CborWriter items) throws IOException {
    send(items.toByteArray());
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// The payload of a success. Throws an assertion error with what the server said otherwise.
  public CborReader succeeds() throws IOException {
    in.next(MOST);
    var codes = in.items(1).readArray();
    if (codes.next()) {
      throw new AssertionError(in.items(1).readText());
    }
    return in.items(1);
  }

  /// The text of a refusal.
  public String fails() throws IOException {
    in.next(MOST);
    var codes = in.items(1).readArray();
    if (!codes.next()) {
      throw new AssertionError("It succeeded");
    }
    var text = in.items(1).readText();
    in.items(1);
    return text;
  }

  /// Whether the server ends the connection, having said something or not.
  public boolean isRefused() throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  /// Waits until the server ends the connection.
  public boolean isEnded() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
