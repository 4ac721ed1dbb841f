package brume.http.client;

import brume.base.Bytes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bounds of a client.
///
/// @param connect how long a connection may take, from waiting for its turn to the end of TLS
/// @param idle how long a body may stand still in either direction
/// @param keepAlive how long a connection is kept for the next request
/// @param connections at once to one host and port
/// @param waiting requests that wait for one of them; the next one fails at once
/// @param header bytes of the header fields of a response
/// @param trusted PEM certificates of the authorities that are believed; null for those of the JDK
public record ClientConfig(
    Duration connect,
    Duration idle,
    Duration keepAlive,
    int connections,
    int waiting,
    int header,
    @Nullable Bytes trusted) {
  public static final ClientConfig STANDARD =
      new ClientConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          64,
          1024,
          64 << 10,
          null);

  public ClientConfig trusting(Bytes pem) {
    return new ClientConfig(connect, idle, keepAlive, connections, waiting, header, pem);
  }
}
