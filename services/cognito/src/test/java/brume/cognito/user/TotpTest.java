package brume.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /// The key of RFC 6238, appendix B, `12345678901234567890`.
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void showsTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.codeAt(KEY, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void takesCodesOfTheStepsAroundOnce() {
    var totp = Totp.NONE.pending(KEY);
    var now = Instant.ofEpochSecond(1_234_567_890);
    var before = Totp.codeAt(KEY, now.minusSeconds(30));
    long step = totp.matches(before, now);
    assertThat(step).isEqualTo(now.getEpochSecond() / 30 - 1);
    assertThat(totp.used(step).matches(before, now)).isEqualTo(-1);
    assertThat(totp.matches(before, now.plusSeconds(90))).isEqualTo(-1);
  }
}
