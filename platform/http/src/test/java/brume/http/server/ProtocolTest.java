package brume.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.http.client.ClientConfig;
import brume.http.client.HttpClient;
import brume.http.client.Outgoing;
import brume.http.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The versions of HTTP, over TLS and without, as the JDK's client speaks them.
class ProtocolTest {
  private static final String LARGE = "0123456789abcdef".repeat(100_000);

  @TempDir static Path folder;
  private static Engine engine;
  private static HttpServer plain;
  private static HttpServer secure;
  private static TestCertificate certificate;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    certificate = TestCertificate.make(folder);
    var tls = Tls.pem(certificate.certificatePem(), certificate.keyPem());
    engine = Engine.start(2);
    plain =
        HttpServer.start(
            engine, ServerConfig.plain(ServerConfig.LOOPBACK, 0), ProtocolTest::answer);
    secure =
        HttpServer.start(
            engine, ServerConfig.secure(ServerConfig.LOOPBACK, 0, tls), ProtocolTest::answer);
    Files.writeString(folder.resolve("file"), LARGE);
  }

  @AfterAll
  static void stop() {
    secure.close();
    plain.close();
    engine.close();
  }

  private static Response answer(Request request) throws IOException {
    var headers = Headers.of("X-Host", request.host(), "X-Length", "" + request.body().length());
    return switch (request.path()) {
      case "/file" -> {
        var file = folder.resolve("file");
        yield new Response(200, headers, new Body.OfFile(file, 0, Files.size(file)));
      }
      case "/stream" -> {
        var in = new ByteArrayInputStream(LARGE.getBytes(StandardCharsets.US_ASCII));
        yield new Response(200, headers, new Body.OfStream(in, Body.UNKNOWN));
      }
      case "/cookies" -> Response.of(200, "text/plain", request.headers().all("cookie").toString());
      case "/unread" -> new Response(200, headers, Body.EMPTY);
      case "/echo" -> {
        try (var in = request.body().open()) {
          yield new Response(200, headers, Body.of(in.readAllBytes()));
        }
      }
      default -> new Response(200, headers, Body.utf8(request.secure() + request.path()));
    };
  }

  /// A way to speak to one of the servers.
  enum Way {
    PLAIN_1(Version.HTTP_1_1),
    /// The JDK's client asks for an upgrade, which is ignored.
    PLAIN_UPGRADE(Version.HTTP_2),
    SECURE_1(Version.HTTP_1_1),
    SECURE_2(Version.HTTP_2);

    private final Version version;

    Way(Version version) {
      this.version = version;
    }

    boolean isSecure() {
      return this == SECURE_1 || this == SECURE_2;
    }

    URI at(String target) {
      var server = isSecure() ? secure : plain;
      return URI.create((isSecure() ? "https" : "http") + "://localhost:" + server.port() + target);
    }
  }

  private static java.net.http.HttpClient client(Way way) throws Exception {
    return java.net.http.HttpClient.newBuilder()
        .version(way.version)
        .sslContext(certificate.trusted())
        .build();
  }

  private static HttpRequest.Builder request(Way way, String target) {
    return HttpRequest.newBuilder(way.at(target))
        .version(way.version)
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(Way way, HttpRequest.Builder request) throws Exception {
    try (var client = client(way)) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersWithBytesFilesAndStreams(Way way) throws Exception {
    var bytes = send(way, request(way, "/a%2Fb//c"));
    assertThat(bytes.body()).isEqualTo(way.isSecure() + "/a%2Fb//c");
    assertThat(bytes.headers().firstValue("x-host")).contains("localhost");
    assertThat(bytes.headers().firstValue("x-length")).contains("0");
    assertThat(send(way, request(way, "/file")).body()).isEqualTo(LARGE);
    assertThat(send(way, request(way, "/stream")).body()).isEqualTo(LARGE);
  }

  @Test
  void speaksHttp2OverTls() throws Exception {
    assertThat(send(Way.SECURE_2, request(Way.SECURE_2, "/")).version()).isEqualTo(Version.HTTP_2);
    assertThat(send(Way.SECURE_1, request(Way.SECURE_1, "/")).version())
        .isEqualTo(Version.HTTP_1_1);
  }

  @Test
  void speaksHttp2OnAPlainConnectionThatBeginsWithIt() throws IOException {
    var preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    var noSettings = "\0\0\0\4\0\0\0\0\0";
    try (var client = new RawClient(plain.port())) {
      client.send(preface.substring(0, 5)).send(preface.substring(5) + noSettings);
      var frame = client.in().readNBytes(9);
      assertThat(frame[3]).as("SETTINGS").isEqualTo((byte) 4);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void takesBodiesOfAnyLength(Way way) throws Exception {
    for (var text : new String[] {"", "small", LARGE}) {
      var known = HttpRequest.BodyPublishers.ofString(text);
      assertThat(send(way, request(way, "/echo").POST(known)).body()).isEqualTo(text);
      var unknown =
          HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(text));
      assertThat(send(way, request(way, "/echo").POST(unknown)).body()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersHeadWithTheLengthAlone(Way way) throws Exception {
    var response = send(way, request(way, "/file").HEAD());
    assertThat(response.headers().firstValueAsLong("content-length")).hasValue(LARGE.length());
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"SECURE_2"})
  void keepsAnHttp2ConnectionWhenABodyIsNotRead(Way way) throws Exception {
    try (var client = client(way)) {
      var unread = request(way, "/unread").POST(HttpRequest.BodyPublishers.ofString(LARGE)).build();
      var answers =
          IntStream.range(0, 20)
              .mapToObj(_ -> client.sendAsync(unread, HttpResponse.BodyHandlers.ofString()))
              .toList();
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
    }
  }

  @Test
  void ourClientTrustsAGivenAuthority() throws Exception {
    var config = ClientConfig.STANDARD.trusting(certificate.certificatePem());
    try (var client = HttpClient.start(engine, config)) {
      var response = client.send(Outgoing.get(Way.SECURE_1.at("/x")), Duration.ofSeconds(10));
      assertThat(response.body()).isEqualTo(Body.utf8("true/x"));
    }
  }

  @Test
  void takesItsCertificateFromAKeyStore() throws Exception {
    var tls = Tls.keyStore(certificate.store(), TestCertificate.PASSWORD);
    var config = ServerConfig.secure(ServerConfig.LOOPBACK, 0, tls);
    try (var server = HttpServer.start(engine, config, ProtocolTest::answer);
        var client =
            java.net.http.HttpClient.newBuilder().sslContext(certificate.trusted()).build()) {
      var uri = URI.create("https://localhost:" + server.port() + "/y");
      var answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("true/y");
    }
  }

  @Test
  void joinsTheCookiesThatHttp2PartsAgain() throws Exception {
    var request = request(Way.SECURE_2, "/cookies").header("Cookie", "a=1").header("Cookie", "b=2");
    assertThat(send(Way.SECURE_2, request).body()).isEqualTo("[a=1; b=2]");
  }
}
