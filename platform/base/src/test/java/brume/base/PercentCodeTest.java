package brume.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentCodeTest {
  @Test
  void keepsTheUnreservedAndEscapesTheRestInCapitals() {
    assertThat(PercentCode.encode("AZaz09-._~")).isEqualTo("AZaz09-._~");
    assertThat(PercentCode.encode("a b+c/d=e*%")).isEqualTo("a%20b%2Bc%2Fd%3De%2A%25");
    assertThat(PercentCode.encode("grüß 😀")).isEqualTo("gr%C3%BC%C3%9F%20%F0%9F%98%80");
  }

  @Test
  void keepsTheSlashesOfAPath() {
    assertThat(PercentCode.encodePath("a b//c/../d")).isEqualTo("a%20b//c/../d");
  }

  @Test
  void decodesAPlusSignInFormsOnly() {
    assertThat(PercentCode.decode("a+b%2Bc%2f")).isEqualTo("a+b+c/");
    assertThat(PercentCode.decodeForm("a+b%2Bc")).isEqualTo("a b+c");
    assertThat(PercentCode.decodeForm("a+b")).isEqualTo("a b");
  }

  @Test
  void refusesBrokenEscapes() {
    for (var broken : new String[] {"%", "a%2", "%zz", "%ff", "%C3", "100% "}) {
      assertThatThrownBy(() -> PercentCode.decode(broken))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void decodesWhatItEncoded() {
    IntStream.range(0, 0xd800)
        .mapToObj(c -> Character.toString((char) c) + (char) (c / 2))
        .forEach(text -> assertThat(PercentCode.decode(PercentCode.encode(text))).isEqualTo(text));
  }
}
