package brume.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.http.Request;
import brume.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What two parties could read differently is answered with an error, the connection is closed, and
/// nothing behind it is taken for a request. `␍` and `␊` stand for CR and LF in the cases.
class HygieneTest {
  private static final ServerLimits SMALL =
      new ServerLimits(1000, 2000, 5000, 100, Duration.ofSeconds(60));

  private static final Queue<String> SERVED = new ConcurrentLinkedQueue<>();
  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException {
    var config = ServerConfig.plain(ServerConfig.LOOPBACK, 0).with(SMALL);
    server = HttpServer.start(config, HygieneTest::answer);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Response answer(Request request) throws IOException {
    SERVED.add(request.path());
    try (var body = request.body().open()) {
      var host = "[" + request.host() + "]";
      return Response.of(
          200, "text/plain", host + request.path() + " " + body.readAllBytes().length);
    }
  }

  private static String unescape(String text) {
    return text.replace('␍', '\r').replace('␊', '\n').replace('␀', '\0').replace('→', '\t');
  }

  private static void assertRefused(int status, String request) throws IOException {
    SERVED.clear();
    var smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    var answer = RawClient.exchange(server.port(), request + smuggled);
    assertThat(answer).as(request).containsPattern("^HTTP/1.[01] " + status + " ");
    assertThat(answer.split("HTTP/1.[01] (?=\\d{3} )")).as("one answer to " + request).hasSize(2);
    assertThat(answer).containsIgnoringCase("connection: close");
    assertThat(SERVED).as("served of " + request).doesNotContain("/smuggled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a␍␊Host: a␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a␍␊hOST: b␍␊␍␊",
        "GET / HTTP/1.1␍␊Host:␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a b␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a/b␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: u@a␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a, b␍␊␍␊",
        "GET / HTTP/1.1␍␊Host: a␍␊Host : b␍␊␍␊",
      })
  void refusesHostsThatAreMissingDoubledOrMalformed(String request) throws IOException {
    assertRefused(400, unescape(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5␍␊Transfer-Encoding: chunked␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding: chunked␍␊Content-Length: 5␍␊␍␊0␍␊␍␊",
        "Content-Length: 5␍␊Content-Length: 6␍␊␍␊hello",
        "Content-Length: 5␍␊Content-Length: 5␍␊␍␊hello",
        "Content-Length: 5, 6␍␊␍␊hello",
        "Content-Length: +5␍␊␍␊hello",
        "Content-Length: -5␍␊␍␊hello",
        "Content-Length: 0x5␍␊␍␊hello",
        "Content-Length: 5 5␍␊␍␊hello",
        "Content-Length: ␍␊␍␊",
        "Content-Length: 99999999999999999999␍␊␍␊",
        "Transfer-Encoding : chunked␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding: chunked, identity␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding: chunked␍␊Transfer-Encoding: chunked␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding: xchunked␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding:␍␊ chunked␍␊␍␊0␍␊␍␊",
        "Transfer-Encoding: identity␍␊␍␊",
      })
  void refusesBodiesWhoseEndIsInDoubt(String fields) throws IOException {
    assertRefused(400, unescape("POST / HTTP/1.1␍␊Host: a␍␊" + fields));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: 1␍␊ folded␍␊␍␊",
        "X: 1␍␊→folded␍␊␍␊",
        " X: 1␍␊␍␊",
        "X: 1␊Y: 2␍␊␍␊",
        "X: 1␍␊␊",
        "X: 1␍Y: 2␍␊␍␊",
        "X: a␀b␍␊␍␊",
        "X␀: a␍␊␍␊",
        "X : a␍␊␍␊",
        "X→: a␍␊␍␊",
        "X Y: a␍␊␍␊",
        ": a␍␊␍␊",
        "Sec-WebSocket-Key1: 1␍␊Sec-WebSocket-Key2: 2␍␊␍␊",
        "no colon␍␊␍␊",
      })
  void refusesMalformedFields(String fields) throws IOException {
    assertRefused(400, unescape("GET / HTTP/1.1␍␊Host: a␍␊" + fields));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "400|GET /a b HTTP/1.1",
        "400|GET  / HTTP/1.1",
        "400|GET /  HTTP/1.1",
        "400|GET / HTTP/1.1 ",
        "400| GET / HTTP/1.1",
        "400|GET→/ HTTP/1.1",
        "400|GET /",
        "400|GET",
        "400|G(T / HTTP/1.1",
        "400|GET /ü HTTP/1.1",
        "400|GET /#fragment HTTP/1.1",
        "400|GET / http/1.1",
        "400|GET / HTTP/1.10",
        "400|GET / HTTPS/1.1",
        "505|GET / HTTP/2.0",
        "505|GET / HTTP/1.2",
        "505|GET / HTTP/0.9",
        "400|GET http://b/ HTTP/1.1",
        "400|GET http://a@a/ HTTP/1.1",
        "501|CONNECT a:443 HTTP/1.1",
        "501|OPTIONS * HTTP/1.1",
        "501|GET ftp://a/ HTTP/1.1",
        "501|GET nothing HTTP/1.1",
      })
  void refusesRequestLinesThatAreNotExact(int status, String line) throws IOException {
    assertRefused(status, unescape(line + "␍␊Host: a␍␊␍␊"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g␍␊abc␍␊0␍␊␍␊",
        "-1␍␊a␍␊0␍␊␍␊",
        "+1␍␊a␍␊0␍␊␍␊",
        "0x1␍␊a␍␊0␍␊␍␊",
        "1 ␍␊a␍␊0␍␊␍␊",
        " 1␍␊a␍␊0␍␊␍␊",
        "␍␊a␍␊0␍␊␍␊",
        "1␊a␍␊0␍␊␍␊",
        "1;x␊y␍␊a␍␊0␍␊␍␊",
        "1␍␊ab␍␊0␍␊␍␊",
        "1␍␊a␊0␍␊␍␊",
        "FFFFFFFFFFFFFFFFF␍␊a␍␊0␍␊␍␊",
        "100000000␍␊a␍␊0␍␊␍␊",
      })
  void refusesMalformedChunks(String chunks) throws IOException {
    assertRefused(
        400, unescape("POST / HTTP/1.1␍␊Host: a␍␊Transfer-Encoding: chunked␍␊␍␊" + chunks));
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    var get = " HTTP/1.1\r\nHost: a\r\n";
    assertRefused(414, "GET /" + "x".repeat(1000) + get + "\r\n");
    assertRefused(414, "GET /" + "x".repeat(3000));
    assertRefused(431, "GET /" + get + "X: " + "x".repeat(2000) + "\r\n\r\n");
    assertRefused(431, "GET /" + get + "X: 1\r\n".repeat(500) + "\r\n");
    assertRefused(413, "POST /" + get + "Content-Length: 5001\r\n\r\n" + "x".repeat(5001));
    var chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";
    assertRefused(413, "POST /" + get + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(2));
  }

  @Test
  void refusesCodingsAndExpectationsItDoesNotKnow() throws IOException {
    var post = "POST / HTTP/1.1\r\nHost: a\r\n";
    assertRefused(501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    assertRefused(417, post + "Expect: 200-maybe\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void takesTheAbsoluteFormOfItsOwnHost() throws IOException {
    var fields = " HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n";
    for (var form : List.of("http://a:80/x?y", "HTTP://A:80/x?y")) {
      assertThat(RawClient.exchange(server.port(), "GET " + form + fields)).endsWith("[a]/x 0");
    }
    assertThat(RawClient.exchange(server.port(), "GET http://a:80" + fields)).endsWith("[a]/ 0");
  }

  @Test
  void servesHttp10AndClosesBehindIt() throws IOException {
    var answer = RawClient.exchange(server.port(), "GET /old HTTP/1.0\r\n\r\n");
    assertThat(answer).contains(" 200 OK\r\n").endsWith("[]/old 0");
    assertRefused(400, "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: Upgrade, HTTP2-Settings␍␊Upgrade: h2c␍␊HTTP2-Settings: AAMAAABkAAQAAP__␍␊",
        "Connection: Upgrade␍␊Upgrade: h2c␍␊",
        "Connection: Upgrade␍␊Upgrade: websocket␍␊Sec-WebSocket-Version: 13␍␊Sec-WebSocket-Key: x␍␊",
      })
  void ignoresUpgrades(String fields) throws IOException {
    var next = "GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    var answer =
        RawClient.exchange(
            server.port(), unescape("GET /first HTTP/1.1␍␊Host: a␍␊" + fields + "␍␊") + next);
    assertThat(answer).containsSubsequence("200 OK", "[a]/first 0", "200 OK", "[a]/next 0");
  }

  @Test
  void ignoresAnEmptyLineBeforeARequest() throws IOException {
    var request = "\r\nGET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    assertThat(RawClient.exchange(server.port(), request)).endsWith("[a]/x 0");
  }

  @Test
  void readsHeadsInAnyPieces() throws IOException {
    try (var client = new RawClient(server.port())) {
      for (char c : "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi".toCharArray()) {
        client.send(String.valueOf(c));
      }
      client.head();
      assertThat(client.body(6)).isEqualTo("[a]/x ");
    }
  }
}
