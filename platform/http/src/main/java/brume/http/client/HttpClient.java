package brume.http.client;

import brume.http.Nearby;
import brume.http.Response;
import brume.http.engine.Await;
import brume.http.engine.Engine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// A blocking client of HTTP/1.1 with a pool of connections to each host.
///
/// What it sends is on behalf of others. So what goes to this machine comes from [Nearby#CARRIER],
/// as the requests of functions do, and is not taken for a request of who works here.
public final class HttpClient implements AutoCloseable {
  /// Bytes of a piece of a body.
  private static final int PIECE = 64 << 10;

  private final Engine engine;
  private final ClientConfig config;
  private final HttpClientAgent agent;
  private final HttpClientAgent toThisMachine;

  private HttpClient(Engine engine, ClientConfig config) {
    this.engine = engine;
    this.config = config;
    agent = agent(engine, config, engineConfig(config));
    var carried = engineConfig(config);
    carried
        .getTcpConfig()
        .setLocalAddress(SocketAddress.inetSocketAddress(new InetSocketAddress(Nearby.CARRIER, 0)));
    toThisMachine = agent(engine, config, carried);
  }

  private static HttpClientAgent agent(
      Engine engine, ClientConfig config, HttpClientConfig engineConfig) {
    return engine
        .vertx()
        .httpClientBuilder()
        .with(engineConfig)
        .with(pool(config))
        .with(tls(config))
        .build();
  }

  /// Close it before the engine.
  public static HttpClient start(Engine engine, ClientConfig config) {
    return new HttpClient(engine, config);
  }

  private static HttpClientConfig engineConfig(ClientConfig config) {
    var http1 =
        new Http1ClientConfig()
            .setKeepAlive(true)
            .setKeepAliveTimeout(config.keepAlive())
            .setPipelining(false)
            .setMaxChunkSize(PIECE)
            .setMaxHeaderSize(config.header());
    return new HttpClientConfig()
        .setVersions(HttpVersion.HTTP_1_1)
        .setHttp1Config(http1)
        .setConnectTimeout(config.connect())
        .setDecompressionEnabled(false);
  }

  private static PoolOptions pool(ClientConfig config) {
    return new PoolOptions()
        .setHttp1MaxSize(config.connections())
        .setMaxWaitQueueSize(config.waiting());
  }

  private static ClientSSLOptions tls(ClientConfig config) {
    var tls = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
    if (config.trusted() != null) {
      tls.setTrustOptions(
          new PemTrustOptions().addCertValue(Buffer.buffer(config.trusted().shared())));
    }
    return tls;
  }

  /// Sends a request and returns when the head of the response is there. A body that is not small
  /// is a stream then: whoever reads it closes it, which gives the connection back, or gives it up
  /// when something is left.
  ///
  /// Throws [java.net.SocketTimeoutException] when connecting or `answer` takes too long, and
  /// [IOException] when there is no connection, no more room for waiting, or no HTTP.
  ///
  /// @param answer how long the head of the response may take once the request is sent
  public Response send(Outgoing request, Duration answer) throws IOException {
    var connected = Await.result(connect(request), config.connect());
    return new Conversation(connected, config).hold(request, answer);
  }

  private Future<HttpClientRequest> connect(Outgoing request) throws IOException {
    var destination = Destination.of(request.host());
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setSsl(request.secure())
            .setServer(
                SocketAddress.inetSocketAddress(
                    new InetSocketAddress(destination.address(), request.port())))
            .setHost(request.host())
            .setPort(request.port())
            .setURI(request.target())
            .setFollowRedirects(false)
            .setConnectTimeout(config.connect().toMillis());
    var contexts = engine.contexts();
    var context = contexts.get(ThreadLocalRandom.current().nextInt(contexts.size()));
    var promise = Promise.<HttpClientRequest>promise();
    var chosen = destination.here() ? toThisMachine : agent;
    context.runOnContext(_ -> chosen.request(options).onComplete(promise));
    return promise.future();
  }

  @Override
  public void close() {
    Await.quietly(agent.close());
    Await.quietly(toThisMachine.close());
  }
}
