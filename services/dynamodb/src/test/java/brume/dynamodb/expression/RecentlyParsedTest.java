package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RecentlyParsedTest {
  @Test
  void keepsWhatWasUsedLast() {
    var parsed = new ArrayList<String>();
    var recent =
        new RecentlyParsed<>(
            2,
            text -> {
              parsed.add(text);
              return text;
            });
    recent.parse("a");
    recent.parse("b");
    recent.parse("a");
    recent.parse("c");
    recent.parse("a");
    recent.parse("b");
    assertThat(parsed).containsExactly("a", "b", "c", "b");
    assertThat(recent.size()).isEqualTo(2);
  }

  @Test
  void errorsAreThrownEachTime() {
    var recent = new RecentlyParsed<>(2, UpdateParser::parse);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> recent.parse("SET")).hasMessageContaining("Syntax error");
    }
    assertThat(recent.size()).isZero();
  }

  @Test
  void allReservedWordsAreKnown() {
    assertThat(ReservedWords.count()).isEqualTo(573);
    assertThat(ReservedWords.contains("Name")).isTrue();
    assertThat(ReservedWords.contains("title")).isFalse();
  }
}
