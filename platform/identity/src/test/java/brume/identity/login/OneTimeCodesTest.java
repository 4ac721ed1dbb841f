package brume.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
  /// The ASCII text `12345678901234567890` of RFC 6238.
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /// Source: RFC 6238, appendix B, the last six of eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCodes.code(KEY, OneTimeCodes.step(Instant.ofEpochSecond(second))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"8, -1", "9, 9", "10, 10", "11, 11", "12, -1"})
  void aClockMayBeOffByAStep(long step, long found) {
    assertThat(OneTimeCodes.find(KEY, OneTimeCodes.code(KEY, step), 10, 1, 0)).isEqualTo(found);
  }

  @Test
  void noCodeIsTakenTwice() {
    var code = OneTimeCodes.code(KEY, 10);
    assertThat(OneTimeCodes.find(KEY, code, 10, 1, 9)).isEqualTo(10);
    assertThat(OneTimeCodes.find(KEY, code, 10, 1, 10)).isEqualTo(-1);
  }

  @Test
  void anythingElseIsNoCode() {
    assertThat(OneTimeCodes.find(KEY, "", 10, 1, 0)).isEqualTo(-1);
    assertThat(OneTimeCodes.find(KEY, "28708", 1, 1, 0)).isEqualTo(-1);
  }
}
