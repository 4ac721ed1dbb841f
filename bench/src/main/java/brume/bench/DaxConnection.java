package brume.bench;

import brume.dax.cbor.CborInput;
import brume.dax.cbor.CborWriter;
import brume.identity.Credential;
import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import brume.identity.sigv4.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One signed-in connection to a DAX cluster that sends requests made in advance.
final class DaxConnection implements AutoCloseable {
  private static final int GET_ITEM = 263244906;
  private static final int SIGN_IN = 1489122155;
  private static final int MOST_BYTES = 1 << 20;
  private static final int DAY_CHARS = 8;

  private final Socket socket;
  private final OutputStream out;
  private final CborInput in;

  DaxConnection(int port, Credential credential, String region) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new CborInput(socket.getInputStream());
    var opening = new CborWriter().text("J7yne5G").integer(0).nothing();
    opening.map(1).text("UserAgent").text("bench").integer(0);
    opening.raw(signIn(credential, region).toByteArray());
    out.write(opening.toByteArray());
  }

  private static CborWriter signIn(Credential credential, String region) {
    var timestamp = Timestamps.format(Instant.now());
    var scope = new SigningScope(timestamp.substring(0, DAY_CHARS), region, "dax");
    var headers = "host:dax.amazonaws.com\nx-amz-date:" + timestamp;
    var canonical =
        String.join("\n", "POST", "/", "", headers, "", "host;x-amz-date", Sha256.OF_NOTHING);
    var hash = Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
    var toSign = String.join("\n", "AWS4-HMAC-SHA256", timestamp, scope.toString(), hash);
    return new CborWriter()
        .integer(1)
        .integer(SIGN_IN)
        .text(credential.accessKeyId())
        .text(SigningKey.derive(credential.secretKey(), scope).sign(toSign))
        .bytes(toSign.getBytes(StandardCharsets.UTF_8))
        .nullableText(credential.sessionToken())
        .text("bench");
  }

  /// For an item of a table whose key is one text.
  static byte[] getItem(String table, String key) {
    return new CborWriter()
        .integer(1)
        .integer(GET_ITEM)
        .bytes(table.getBytes(StandardCharsets.UTF_8))
        .bytes(key.getBytes(StandardCharsets.UTF_8))
        .nothing()
        .toByteArray();
  }

  /// Throws [IOException] with the answer when it is an error.
  void send(byte[] request) throws IOException {
    out.write(request);
    if (!in.next(MOST_BYTES)) {
      throw new IOException("The server closed the connection");
    }
    if (in.items(1).readArray().next()) {
      throw new IOException(in.items(1).readText());
    }
    var _ = in.items(1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
