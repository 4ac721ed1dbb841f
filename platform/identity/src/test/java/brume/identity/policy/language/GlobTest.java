package brume.identity.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  private static final int TRIES = 20_000;

  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, ab, false",
    "*, '', true",
    "*, anything at all, true",
    "?, '', false",
    "?, x, true",
    "a*, a, true",
    "*a, ba, true",
    "*a, ab, false",
    "a*c, abcbc, true",
    "a**c, ac, true",
    "*?*, '', false",
    "a?c, ac, false",
    "*ab*ab*, xabab, true"
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(glob(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void matchesWhatTheSameRegularExpressionMatches() {
    var random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      var pattern = text(random, "ab*?");
      var text = text(random, "ab");
      var regex = Pattern.compile(pattern.replace("*", ".*").replace('?', '.'));
      assertThat(glob(pattern).matches(text))
          .as("%s matches %s", pattern, text)
          .isEqualTo(regex.matcher(text).matches());
    }
  }

  @Test
  void hostilePatternsTakeNoExponentialTime() {
    var pattern = glob("a*".repeat(1_000) + 'b');
    var text = "a".repeat(10_000);
    assertThat(pattern.matches(text)).isFalse();
  }

  private static Glob glob(String pattern) {
    return TemplateReader.action(pattern);
  }

  private static String text(Random random, String alphabet) {
    var text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
