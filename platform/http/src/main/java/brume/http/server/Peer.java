package brume.http.server;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One connection: since when it has owed us a request, and how it ends.
///
/// All but [#silentFor] and [#done] runs on the connection's event loop.
final class Peer {
  /// How long a connection that we end may go on sending, in which what it had sent before is
  /// thrown away: closing with bytes unread would reset it and lose our answer.
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final AttributeKey<Peer> PEER = AttributeKey.valueOf(Peer.class, "peer");

  private final Channel channel;
  private final InetSocketAddress remote;
  private volatile long silentSince = System.nanoTime();
  private final AtomicInteger busy = new AtomicInteger();
  private boolean ending;
  private @Nullable IncomingBody receiving;

  Peer(Channel channel) {
    this.channel = channel;
    remote = (InetSocketAddress) channel.remoteAddress();
    channel.attr(PEER).set(this);
  }

  /// The one that sent this request; null when it has no place here.
  static @Nullable Peer of(HttpServerRequest request) {
    var connection = (HttpServerConnection) request.connection();
    return on(connection.channelHandlerContext().channel());
  }

  static @Nullable Peer on(Channel channel) {
    return channel.attr(PEER).get();
  }

  /// The body that arrives over HTTP/1, until it has.
  void receives(@Nullable IncomingBody body) {
    receiving = body;
  }

  /// What arrives is no longer the body it was to be.
  void bodyBroke(Throwable cause) {
    stopServing();
    if (receiving == null) {
      cut();
    } else {
      receiving.broke(cause);
    }
  }

  Channel channel() {
    return channel;
  }

  InetSocketAddress remote() {
    return remote;
  }

  /// A request is being handled from here to [#done].
  void began() {
    busy.getAndIncrement();
  }

  /// On any thread.
  void done() {
    silentSince = System.nanoTime();
    busy.getAndDecrement();
  }

  /// How long nothing has been handled, in nanoseconds at `now`; 0 while something is.
  long silentFor(long now) {
    return busy.get() > 0 ? 0 : now - silentSince;
  }

  /// Whether what still arrives is thrown away.
  boolean ending() {
    return ending;
  }

  /// Whatever follows is not served.
  void stopServing() {
    ending = true;
  }

  /// Lets what is written reach the other side, then closes.
  void end() {
    ending = true;
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      var _ = duplex.shutdownOutput();
      channel.config().setAutoRead(true);
      var _ = channel.eventLoop().schedule(this::cut, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      cut();
    }
  }

  /// Closes at once.
  void cut() {
    ending = true;
    var _ = channel.close();
  }
}
