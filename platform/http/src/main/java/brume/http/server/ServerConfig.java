package brume.http.server;

import org.jspecify.annotations.Nullable;

/// Where a server listens and what it puts up with.
///
/// @param address an IP literal or `localhost`; `0.0.0.0` for all
/// @param port 0 for any free one
/// @param tls null for plain text
public record ServerConfig(String address, int port, @Nullable Tls tls, ServerLimits limits) {
  public static final String LOOPBACK = "127.0.0.1";

  public static ServerConfig plain(String address, int port) {
    return new ServerConfig(address, port, null, ServerLimits.STANDARD);
  }

  public static ServerConfig secure(String address, int port, Tls tls) {
    return new ServerConfig(address, port, tls, ServerLimits.STANDARD);
  }

  public ServerConfig with(ServerLimits other) {
    return new ServerConfig(address, port, tls, other);
  }
}
