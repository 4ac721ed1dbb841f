package brume.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Handler;
import brume.http.Headers;
import brume.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLimitsTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final ServerLimits HASTY = ServerLimits.STANDARD.withIdle(Duration.ofMillis(100));

  private static HttpServer start(ServerLimits limits, Handler handler) throws IOException {
    return HttpServer.start(ServerConfig.plain(ServerConfig.LOOPBACK, 0).with(limits), handler);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTT",
        "GET / HTTP/1.1\r\nHost: a\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      })
  void closesConnectionsThatFallSilent(String begun) throws IOException {
    try (var server = start(HASTY, _ -> Response.of(200));
        var client = new RawClient(server.port())) {
      assertThat(client.send(begun).rest()).doesNotContain("HTTP/1.1 2");
    }
  }

  @Test
  void closesAConnectionThatIsNotUsedAgain() throws IOException {
    try (var server = start(HASTY, _ -> Response.of(200));
        var client = new RawClient(server.port())) {
      assertThat(client.send(GET).rest()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void answersABodyThatStandsStillWith408() throws IOException {
    Handler reads =
        request -> {
          try (var body = request.body().open()) {
            return Response.of(200, "text/plain", "" + body.readAllBytes().length);
          }
        };
    try (var server = start(HASTY, reads);
        var client = new RawClient(server.port())) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n");
      assertThat(client.rest())
          .startsWith("HTTP/1.1 408 ")
          .containsIgnoringCase("connection: close");
    }
  }

  @Test
  void letsAHandlerTakeItsTime() throws IOException {
    var silentOneIsGone = new CountDownLatch(1);
    Handler waits =
        _ -> {
          awaitQuietly(silentOneIsGone);
          return Response.of(200);
        };
    try (var server = start(HASTY, waits);
        var patient = new RawClient(server.port());
        var silent = new RawClient(server.port())) {
      patient.send(GET);
      assertThat(silent.rest()).isEmpty();
      silentOneIsGone.countDown();
      assertThat(patient.head()).startsWith("HTTP/1.1 200 OK");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }

  @Test
  void closesConnectionsBeyondTheLimitAndTakesNewOnesWhenSomeHaveGone() throws IOException {
    try (var server = start(ServerLimits.STANDARD.withConnections(1), _ -> Response.of(200))) {
      try (var first = new RawClient(server.port())) {
        assertThat(first.send(GET).head()).startsWith("HTTP/1.1 200 OK");
        try (var second = new RawClient(server.port())) {
          assertThat(second.in().read()).isEqualTo(-1);
        }
      }
      assertThat(answerOnceThereIsRoom(server.port())).startsWith("HTTP/1.1 200 OK");
    }
  }

  private static String answerOnceThereIsRoom(int port) throws IOException {
    while (true) {
      try (var client = new RawClient(port)) {
        var head = client.send(GET).head();
        if (!head.endsWith("<closed>")) {
          return head;
        }
      } catch (java.net.SocketException _) {
        // Reset: the first connection is still being counted.
      }
    }
  }

  @Test
  void closesWhenAHandlerFails() throws IOException {
    Handler fails =
        _ -> {
          throw new IOException("The peer has gone");
        };
    try (var server = start(ServerLimits.STANDARD, fails);
        var client = new RawClient(server.port())) {
      assertThat(client.send(GET).rest()).isEmpty();
    }
  }

  @Test
  void doesNotEndAResponseWhoseBodyBreaksOff() throws IOException {
    var broken = new Breaking();
    Handler breaks = _ -> new Response(200, Headers.EMPTY, new Body.OfStream(broken, Body.UNKNOWN));
    try (var server = start(ServerLimits.STANDARD, breaks);
        var client = new RawClient(server.port())) {
      assertThat(client.send(GET).rest()).startsWith("HTTP/1.1 200 OK").doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void refusesToSplitAResponse() throws IOException {
    Handler splits = _ -> Response.of(200).with("X", "a\r\n Set-Cookie: b");
    try (var server = start(ServerLimits.STANDARD, splits);
        var client = new RawClient(server.port())) {
      assertThat(client.send(GET).rest()).isEmpty();
    }
  }

  @Test
  void servesNobodyOnceClosed() throws IOException {
    var server = start(ServerLimits.STANDARD, _ -> Response.of(200));
    try (var client = new RawClient(server.port())) {
      client.send(GET).head();
      server.close();
      assertThat(client.rest()).doesNotContain("HTTP/1.1");
    }
  }

  /// Gives once what is asked for, and then fails.
  private static final class Breaking extends InputStream {
    private boolean given;

    @Override
    public int read() throws IOException {
      throw new IOException("The disk has gone");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (given) {
        return read();
      }
      given = true;
      return length;
    }
  }
}
