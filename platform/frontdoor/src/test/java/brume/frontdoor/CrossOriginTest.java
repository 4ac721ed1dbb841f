package brume.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.frontdoor.locate.Destination;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
  private int inner;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://photos.s3-website.us-east-1.localhost:4566",
        "https://127.0.0.1:8443",
        "http://[::1]:4566",
        "http://brume.lan"
      })
  void pagesOfThisMachineMayCall(String origin) throws IOException {
    var response = send(request("POST", "/", origin));
    assertThat(inner).isEqualTo(1);
    assertThat(response.headers().first("access-control-allow-origin")).isEqualTo(origin);
    assertThat(response.headers().first("vary")).isEqualTo("Origin");
    assertThat(response.headers().first("access-control-expose-headers")).contains("requestid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com", "http://localhost.example.com", "null", "://"})
  void pagesFromElsewhereMayNot(String origin) throws IOException {
    var response = send(request("POST", "/", origin));
    assertThat(inner).isZero();
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().has("access-control-allow-origin")).isFalse();
  }

  @Test
  void aBrowserMayAskBefore() throws IOException {
    var asked = request("OPTIONS", "/", "http://localhost:3000");
    var response = send(asked.with(asked.headers().with("Access-Control-Request-Method", "POST")));
    assertThat(inner).isZero();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().first("access-control-allow-methods")).contains("POST");
    assertThat(response.headers().first("access-control-allow-headers"))
        .contains("x-amz-target")
        .contains("authorization");
  }

  @Test
  void whatComesFromNoPageIsLeftAlone() throws IOException {
    var plain = request("POST", "/", "x");
    var response = send(plain.with(Headers.of("Host", "brume.lan:4566")));
    assertThat(inner).isEqualTo(1);
    assertThat(response.headers().has("access-control-allow-origin")).isFalse();
  }

  @Test
  void bucketsHaveTheirOwnRules() throws IOException {
    var response = send(request("PUT", "/photos/a.png", "https://example.com"));
    assertThat(inner).isEqualTo(1);
    assertThat(response.headers().has("access-control-allow-origin")).isFalse();
  }

  private Response send(Request request) throws IOException {
    var destination = new Destination.Api(null, request);
    return CrossOrigin.around(
        request,
        destination,
        () -> {
          inner++;
          return Response.of(200, "text/plain", "inner");
        });
  }

  private static Request request(String method, String path, String origin) {
    return new Request(
        method,
        path,
        "",
        Headers.of("Host", "brume.lan:4566", "Origin", origin),
        Body.EMPTY,
        InetSocketAddress.createUnresolved("localhost", 1),
        false);
  }
}
