package brume.http.server;

import brume.http.Handler;
import brume.http.engine.Await;
import brume.http.engine.Engine;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server of HTTP/1.1 and HTTP/2 (with prior knowledge, or over TLS by ALPN) that hands each
/// request to a virtual thread.
public final class HttpServer implements AutoCloseable {
  /// Bytes of a piece of a body.
  private static final int PIECE = 64 << 10;

  /// Requests at once on one HTTP/2 connection.
  private static final int STREAMS = 256;

  /// How long what is being answered may take when the server closes.
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /// Tells apart servers of one process that each listen on any free port.
  private static final AtomicInteger SERVERS = new AtomicInteger();

  private final Handler handler;
  private final ServerLimits limits;
  private final Peers peers;
  private final Http1ServerConfig http1;
  private final HttpDate date = new HttpDate();
  private final List<io.vertx.core.http.HttpServer> listeners = new ArrayList<>();
  private final @Nullable Engine owned;
  private @Nullable ScheduledFuture<?> sweep;

  private HttpServer(ServerConfig config, Handler handler, @Nullable Engine owned) {
    this.handler = handler;
    this.owned = owned;
    limits = config.limits();
    http1 =
        new Http1ServerConfig()
            .setMaxChunkSize(PIECE)
            .setMaxInitialLineLength(limits.line())
            .setMaxHeaderSize(limits.header());
    peers = new Peers(limits, http1);
  }

  /// A server with an engine of its own.
  ///
  /// Throws [IOException] when it cannot listen at the address or read the certificate.
  public static HttpServer start(ServerConfig config, Handler handler) throws IOException {
    var engine = Engine.start();
    return start(engine, config, new HttpServer(config, handler, engine));
  }

  /// A server on an engine that others use too; close the server first.
  public static HttpServer start(Engine engine, ServerConfig config, Handler handler)
      throws IOException {
    return start(engine, config, new HttpServer(config, handler, null));
  }

  private static HttpServer start(Engine engine, ServerConfig config, HttpServer server)
      throws IOException {
    try {
      server.listen(engine, config);
      return server;
    } catch (IOException failed) {
      server.close();
      throw failed;
    }
  }

  private void listen(Engine engine, ServerConfig config) throws IOException {
    var address =
        config.port() == 0
            ? SocketAddress.sharedRandomPort(SERVERS.incrementAndGet(), config.address())
            : SocketAddress.inetSocketAddress(config.port(), config.address());
    engine.listen(
        () -> listener(engine, config).listen(address),
        accepted -> peers.accepted(accepted, config.tls() != null));
    long interval = Math.max(limits.idle().toMillis() / 4, 1);
    sweep =
        engine
            .contexts()
            .getFirst()
            .nettyEventLoop()
            .scheduleWithFixedDelay(peers::closeSilent, interval, interval, TimeUnit.MILLISECONDS);
  }

  private io.vertx.core.http.HttpServer listener(Engine engine, ServerConfig config) {
    var builder =
        engine
            .vertx()
            .httpServerBuilder()
            .with(engineConfig(config))
            .withConnectHandler(peers::connected);
    if (config.tls() != null) {
      builder.with(
          new ServerSSLOptions().setKeyCertOptions(config.tls().identity()).setUseAlpn(true));
    }
    var listener = builder.build();
    listener.requestHandler(this::requested);
    listener.invalidRequestHandler(this::invalid);
    synchronized (listeners) {
      listeners.add(listener);
    }
    return listener;
  }

  private HttpServerConfig engineConfig(ServerConfig config) {
    var http2 =
        new Http2ServerConfig()
            .setInitialSettings(
                new Http2Settings()
                    .setMaxConcurrentStreams(STREAMS)
                    .setMaxHeaderListSize(limits.header()));
    var engine =
        new HttpServerConfig()
            .setVersions(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1, HttpVersion.HTTP_2)
            .setHttp1Config(http1)
            .setHttp2Config(http2);
    engine.getTcpConfig().setSsl(config.tls() != null);
    // Without extensions to offer, no handler for them sits on every connection.
    engine.setWebSocketConfig(
        new WebSocketServerConfig()
            .setUsePerFrameCompression(false)
            .setUsePerMessageCompression(false));
    return engine;
  }

  private void requested(HttpServerRequest incoming) {
    var peer = Peer.of(incoming);
    if (peer != null && !peer.ending()) {
      new Exchange(incoming, peer, limits, handler, date).begin();
    }
  }

  /// What the decoder could not make sense of.
  private void invalid(HttpServerRequest incoming) {
    var peer = Peer.of(incoming);
    if (peer == null || peer.ending()) {
      return;
    }
    var reply = new Reply(incoming, peer, limits.idle(), date);
    switch (incoming.decoderResult().cause()) {
      case Rejection rejection -> reply.refuse(rejection.status(), rejection.getMessage());
      case TooLongHttpLineException _ ->
          reply.refuse(414, "The request line is longer than " + limits.line() + " bytes");
      case TooLongHttpHeaderException _ ->
          reply.refuse(431, "The header fields are longer than " + limits.header() + " bytes");
      case Throwable malformed -> reply.refuse(400, "Not HTTP: " + malformed.getMessage());
    }
  }

  /// The port it listens on, which the system chose when 0 was asked for.
  public int port() {
    return listeners.getFirst().actualPort();
  }

  /// Stops listening, waits a little for requests under way, and closes all connections.
  @Override
  public void close() {
    if (sweep != null) {
      sweep.cancel(false);
    }
    for (var listener : listeners) {
      Await.quietly(listener.shutdown(CLOSING));
    }
    if (owned != null) {
      owned.close();
    }
  }
}
