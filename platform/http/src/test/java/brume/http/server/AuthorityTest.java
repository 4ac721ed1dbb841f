package brume.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A.example",
        "127.0.0.1:80",
        "[::1]",
        "[::1]:4566",
        "a:",
        "x_y-z.s3.localhost:65535"
      })
  void takesNamesAddressesAndPorts(String host) {
    assertThat(Authority.isValid(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":80",
        "a b",
        "a/b",
        "u@a",
        "a:b",
        "a:123456",
        "[]",
        "[::1",
        "[::1]a",
        "[g]",
        "ü",
        "a\t",
        "a?b",
        "a#b",
        "a:1:2",
        "a\\b"
      })
  void refusesTheRest(String host) {
    assertThat(Authority.isValid(host)).isFalse();
  }
}
