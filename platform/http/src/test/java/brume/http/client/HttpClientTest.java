package brume.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Nearby;
import brume.http.Request;
import brume.http.Response;
import brume.http.engine.Engine;
import brume.http.server.HttpServer;
import brume.http.server.ServerConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String LARGE = "0123456789abcdef".repeat(200_000);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private static Engine engine;
  private static HttpServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    engine = Engine.start();
    var config = ServerConfig.plain(ServerConfig.LOOPBACK, 0);
    server = HttpServer.start(engine, config, HttpClientTest::answer);
    client = HttpClient.start(engine, ClientConfig.STANDARD);
  }

  @AfterAll
  static void stop() {
    NEVER.countDown();
    client.close();
    server.close();
    engine.close();
  }

  private static Response answer(Request request) throws IOException {
    return switch (request.path()) {
      case "/redirect" -> Response.of(302).with("Location", "/elsewhere");
      case "/late" -> late();
      case "/refused" -> Response.of(413);
      case "/trusted" -> Response.of(200, "text/plain", "" + Nearby.isTrusted(request));
      case "/broken" -> throw new IOException("gone");
      case "/echo" -> new Response(200, request.headers(), request.body());
      default ->
          Response.of(200, "text/plain", request.method() + request.path() + request.query());
    };
  }

  private static Response late() {
    try {
      NEVER.await();
      return Response.of(200);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static URI at(String target) {
    return URI.create("http://127.0.0.1:" + server.port() + target);
  }

  private static String text(Response response) throws IOException {
    try (var in = response.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void keepsTheTargetAsItIs() throws IOException {
    var response = client.send(Outgoing.get(at("/a%2Fb//c/../d?x=%20")), SOON);
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("GET/a%2Fb//c/../dx=%20");
  }

  @Test
  void sendsItsHostUnlessTheCallerDoes() throws IOException {
    var bare = client.send(Outgoing.get(at("/echo")), SOON);
    assertThat(bare.headers().all("host")).containsExactly("127.0.0.1:" + server.port());
    var headers = Headers.of("Host", "b.example", "X-A", "1", "x-a", "2");
    var named = client.send(Outgoing.to(at("/echo"), "GET", headers, Body.EMPTY), SOON);
    assertThat(named.headers().all("host")).containsExactly("b.example");
    assertThat(named.headers().all("x-a")).containsExactly("1", "2");
  }

  @Test
  void streamsBothWays() throws IOException {
    for (long length : new long[] {Body.UNKNOWN, LARGE.length()}) {
      var in = new ByteArrayInputStream(LARGE.getBytes(StandardCharsets.US_ASCII));
      var body = new Body.OfStream(in, length);
      var response = client.send(Outgoing.to(at("/echo"), "POST", Headers.EMPTY, body), SOON);
      assertThat(response.body().length()).isEqualTo(length);
      assertThat(text(response)).isEqualTo(LARGE);
    }
  }

  @Test
  void followsNoRedirects() throws IOException {
    var response = client.send(Outgoing.get(at("/redirect")), SOON);
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.headers().first("location")).isEqualTo("/elsewhere");
  }

  @Test
  void givesUpWhenTheAnswerIsLate() {
    assertThatThrownBy(() -> client.send(Outgoing.get(at("/late")), Duration.ofMillis(50)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void takesAnAnswerThatComesBeforeTheBodyIsSent() throws IOException {
    var endless = new Body.OfStream(new Endless(), 1L << 32);
    var request = Outgoing.to(at("/refused"), "PUT", Headers.EMPTY, endless);
    assertThat(client.send(request, SOON).status()).isEqualTo(413);
  }

  @Test
  void tellsThatTheServerBrokeOffOrIsNotThere() {
    assertThatThrownBy(() -> client.send(Outgoing.get(at("/broken")), SOON))
        .isInstanceOf(IOException.class);
    var nobody = URI.create("http://127.0.0.1:1/");
    assertThatThrownBy(() -> client.send(Outgoing.get(nobody), SOON))
        .isInstanceOf(IOException.class);
  }

  @Test
  void worksOnWhenAStreamIsClosedEarly() throws IOException {
    for (int i = 0; i < 2 * ClientConfig.STANDARD.connections(); i++) {
      var body = Body.utf8(LARGE);
      var response = client.send(Outgoing.to(at("/echo"), "POST", Headers.EMPTY, body), SOON);
      try (var in = response.body().open()) {
        assertThat(in.read()).isEqualTo('0');
      }
    }
    assertThat(text(client.send(Outgoing.get(at("/")), SOON))).isEqualTo("GET/");
  }

  private static final class Endless extends java.io.InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return length;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.1", "2130706433", "0.0.0.0", "localhost", "a.localhost"})
  void isNotTakenForAUserOfThisMachine(String host) throws IOException {
    int port = server.port();
    var request = new Outgoing("GET", false, host, port, "/trusted", Headers.EMPTY, Body.EMPTY);
    assertThat(text(client.send(request, SOON))).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "::"})
  void doesNotGoWhereItCouldNotBeTold(String host) {
    var request =
        new Outgoing("GET", false, host, server.port(), "/trusted", Headers.EMPTY, Body.EMPTY);
    assertThatThrownBy(() -> client.send(request, SOON))
        .isInstanceOf(IOException.class)
        .hasMessage("Brume reaches this machine by 127.0.0.1 only, not by " + host);
  }
}
