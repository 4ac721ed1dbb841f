package brume.http;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearbyTest {
  @Test
  void processesOfThisMachineAreNear() throws UnknownHostException {
    assertThat(Nearby.isTrusted(from("127.0.0.1", Headers.EMPTY))).isTrue();
    assertThat(Nearby.isTrusted(from("::1", Headers.EMPTY))).isTrue();
    assertThat(Nearby.isTrusted(from("192.0.2.1", Headers.EMPTY))).isFalse();
  }

  @Test
  void whatIsCarriedForFunctionsIsNot() throws UnknownHostException {
    assertThat(Nearby.isOfProcess(from(Nearby.CARRIER.getHostAddress(), Headers.EMPTY))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "https://a.b.localhost", "http://[::1]:1"})
  void pagesOfThisMachineAreNear(String origin) throws UnknownHostException {
    assertThat(Nearby.isTrusted(from("127.0.0.1", Headers.of("Origin", origin)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com", "http://localhost.example.com", "null", "://"})
  void strangersPagesAreNot(String origin) throws UnknownHostException {
    assertThat(Nearby.isTrusted(from("127.0.0.1", Headers.of("Origin", origin)))).isFalse();
  }

  @Test
  void strangersLinksAndPicturesAreNot() throws UnknownHostException {
    var picture = Headers.of("Sec-Fetch-Site", "cross-site");
    assertThat(Nearby.isTrusted(from("127.0.0.1", picture))).isFalse();
    var typed = Headers.of("Sec-Fetch-Site", "none");
    assertThat(Nearby.isTrusted(from("127.0.0.1", typed))).isTrue();
  }

  private static Request from(String address, Headers headers) throws UnknownHostException {
    var remote = new InetSocketAddress(InetAddress.getByName(address), 1);
    return new Request("GET", "/", "", headers, Body.EMPTY, remote, false);
  }
}
