package brume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private static final Headers HEADERS = Headers.of("A", "1", "b", "2", "a", "3");

  @Test
  void comparesNamesWithoutCaseAndKeepsTheirSpelling() {
    assertThat(HEADERS.first("B")).isEqualTo("2");
    assertThat(HEADERS.all("a")).containsExactly("1", "3");
    assertThat(HEADERS.names()).containsExactly("a", "b");
    assertThat(HEADERS.fields().getFirst().name()).isEqualTo("A");
    assertThat(HEADERS.has("c")).isFalse();
  }

  @Test
  void changesACopy() {
    assertThat(HEADERS.set("a", "4").all("A")).containsExactly("4");
    assertThat(HEADERS.with("a", "4").all("A")).containsExactly("1", "3", "4");
    assertThat(HEADERS.without("A").names()).containsExactly("b");
    assertThat(HEADERS.all("a")).containsExactly("1", "3");
  }

  @Test
  void refusesValuesThatLeaveTheirLine() {
    for (var value : new String[] {"a\r\nb", "a\nb", "a\r", "\0"}) {
      assertThatThrownBy(() -> Headers.of("X", value)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Headers.of("X", "a\tb").first("x")).isEqualTo("a\tb");
  }

  @Test
  void namesTheHostWithoutItsPort() {
    assertThat(host("A.Example:80")).isEqualTo("a.example");
    assertThat(host("[::1]:80")).isEqualTo("[::1]");
    assertThat(host("[::1]")).isEqualTo("[::1]");
    assertThat(host("a")).isEqualTo("a");
  }

  private static String host(String value) {
    var headers = Headers.of("Host", value);
    var remote = new InetSocketAddress(0);
    return new Request("GET", "/", "", headers, Body.EMPTY, remote, false).host();
  }
}
