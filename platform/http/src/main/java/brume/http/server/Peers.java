package brume.http.server;

import io.netty.channel.Channel;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections of a server, kept below its limit and closed when they fall silent.
final class Peers {
  private final ServerLimits limits;
  private final Http1ServerConfig http1;
  private final Set<Peer> open = ConcurrentHashMap.newKeySet();

  Peers(ServerLimits limits, Http1ServerConfig http1) {
    this.limits = limits;
    this.http1 = http1;
  }

  /// A connection was made and nothing read from it yet. False when there are too many.
  boolean accepted(Channel channel, boolean secure) {
    if (open.size() >= limits.connections()) {
      return false;
    }
    var peer = new Peer(channel);
    open.add(peer);
    var _ = channel.closeFuture().addListener(_ -> open.remove(peer));
    if (!secure) {
      channel.pipeline().addLast(new FirstBytes(http1, peer));
    }
    return true;
  }

  /// The connection speaks HTTP from here on, and its first request has not been read; over TLS
  /// this is the moment when its version is known.
  void connected(HttpConnection connection) {
    var channel = ((HttpServerConnection) connection).channelHandlerContext().channel();
    var decoder = channel.pipeline().get(FirstBytes.DECODER);
    var peer = Peer.on(channel);
    if (connection.protocolVersion() != HttpVersion.HTTP_2
        && peer != null
        && !(decoder instanceof StrictDecoder)) {
      FirstBytes.makeStrict(channel.pipeline(), http1, peer);
    }
  }

  void closeSilent() {
    long now = System.nanoTime();
    for (var peer : open) {
      if (peer.silentFor(now) > limits.idle().toNanos()) {
        peer.channel().eventLoop().execute(peer::cut);
      }
    }
  }
}
