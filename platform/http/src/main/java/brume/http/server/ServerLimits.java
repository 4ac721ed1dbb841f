package brume.http.server;

import java.time.Duration;

/// The bounds of a server, which each request and connection stays under.
///
/// @param line bytes of the request line; above, 414
/// @param header bytes of all header fields; above, 431
/// @param body bytes of a body; above, 413. The front door bounds it closer by operation.
/// @param connections open at once; the next one is closed at once
/// @param idle how long a connection may be silent between requests, a head may take to arrive, and
///   a body or a response may stand still; a handler may take as long as it likes
public record ServerLimits(int line, int header, long body, int connections, Duration idle) {
  /// A line of 16 KiB holds any presigned URL, and 5 GiB is S3's largest single put.
  public static final ServerLimits STANDARD =
      new ServerLimits(16 << 10, 64 << 10, 5L << 30, 4096, Duration.ofSeconds(75));

  public ServerLimits withBody(long bytes) {
    return new ServerLimits(line, header, bytes, connections, idle);
  }

  public ServerLimits withIdle(Duration other) {
    return new ServerLimits(line, header, body, connections, other);
  }

  public ServerLimits withConnections(int count) {
    return new ServerLimits(line, header, body, count, idle);
  }
}
