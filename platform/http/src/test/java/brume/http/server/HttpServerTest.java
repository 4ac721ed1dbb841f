package brume.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Request;
import brume.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerTest {
  @TempDir static Path folder;
  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.start(ServerConfig.plain(ServerConfig.LOOPBACK, 0), HttpServerTest::answer);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Response answer(Request request) throws IOException {
    return switch (request.path()) {
      case "/echo" -> echo(request);
      case "/file" -> file();
      case "/chunked" -> stream(Body.UNKNOWN);
      case "/known" -> stream(TEXT.length());
      case "/none" -> Response.of(204);
      case "/unread" -> Response.of(200);
      default ->
          Response.of(
              200, "text/plain", request.method() + " " + request.path() + "?" + request.query());
    };
  }

  private static final String TEXT = "0123456789".repeat(20_000);

  private static Response echo(Request request) throws IOException {
    try (var in = request.body().open()) {
      return new Response(200, request.headers(), Body.of(in.readAllBytes()));
    }
  }

  private static Response file() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "abcdef");
    return new Response(200, brume.http.Headers.EMPTY, new Body.OfFile(file, 2, 3));
  }

  private static Response stream(long length) {
    var in = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.US_ASCII));
    return new Response(200, brume.http.Headers.EMPTY, new Body.OfStream(in, length));
  }

  private static String get(String path) throws IOException {
    return RawClient.exchange(
        server.port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  }

  @Test
  void keepsThePathAsItWasSent() throws IOException {
    assertThat(get("/a%2Fb//c/../d?x=%20&y")).contains("GET /a%2Fb//c/../d?x=%20&y");
  }

  @Test
  void datesResponsesAndSaysTheirLength() throws IOException {
    assertThat(get("/"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Date: ", "Content-Length: 6\r\n");
  }

  @Test
  void keepsConnectionsAndAnswersPipelinedRequestsInOrder() throws IOException {
    try (var client = new RawClient(server.port())) {
      var one = "GET /one HTTP/1.1\r\nHost: a\r\n\r\n";
      var two = "GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      assertThat(client.send(one + two).rest()).containsSubsequence("GET /one?", "GET /two?");
    }
  }

  @Test
  void echoesSmallBodies() throws IOException {
    try (var client = new RawClient(server.port())) {
      client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe").send("llo");
      assertThat(client.head()).contains("Content-Length: 5");
      assertThat(client.body(5)).isEqualTo("hello");
    }
  }

  @Test
  void echoesLargeAndChunkedBodies() throws IOException {
    var large = "x".repeat(3 << 20);
    try (var client = new RawClient(server.port())) {
      client.send(
          "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length() + "\r\n\r\n");
      client.send(large).head();
      assertThat(client.body(large.length())).isEqualTo(large);
      client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send("3\r\nabc\r\n").send("2\r\nde\r\n0\r\n\r\n").head();
      assertThat(client.body(5)).isEqualTo("abcde");
    }
  }

  @Test
  void sendsRegionsOfFiles() throws IOException {
    assertThat(get("/file")).contains("Content-Length: 3\r\n").endsWith("\r\n\r\ncde");
  }

  @Test
  void sendsStreamsInChunksUnlessTheirLengthIsKnown() throws IOException {
    assertThat(get("/chunked")).contains("ransfer-encoding: chunked").endsWith("0\r\n\r\n");
    assertThat(get("/known")).contains("Content-Length: 200000\r\n").endsWith("\r\n\r\n" + TEXT);
  }

  @Test
  void answersHeadWithTheLengthAlone() throws IOException {
    var request = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    for (var path : new String[] {"/known", "/file", "/"}) {
      assertThat(RawClient.exchange(server.port(), "HEAD " + path + request))
          .contains("Content-Length: ")
          .endsWith("\r\n\r\n");
    }
    assertThat(get("/none")).startsWith("HTTP/1.1 204").doesNotContain("Content-Length");
  }

  @Test
  void asksForTheBodyWhenTheHandlerReadsIt() throws IOException {
    try (var client = new RawClient(server.port())) {
      var head = " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
      client.send("POST /echo" + head);
      assertThat(client.head()).startsWith("HTTP/1.1 100 ");
      assertThat(client.send("hi").head()).startsWith("HTTP/1.1 200 ");
      assertThat(client.body(2)).isEqualTo("hi");
      client.send("POST /unread" + head);
      assertThat(client.rest())
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("connection: close");
    }
  }

  @Test
  void drainsAShortUnreadBodyAndClosesBeforeALongOne() throws IOException {
    try (var client = new RawClient(server.port())) {
      var head = "POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: ";
      client.send(head + "100000\r\n\r\n" + "x".repeat(100_000));
      assertThat(client.head())
          .startsWith("HTTP/1.1 200 ")
          .doesNotContainIgnoringCase("connection: close");
      client.body(0);
      client.send(head + "100000000\r\n\r\n");
      assertThat(client.rest()).containsIgnoringCase("connection: close");
    }
  }
}
