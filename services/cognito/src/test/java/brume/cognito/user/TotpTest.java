package brume.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.login.OneTimeCodes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
  /// The key of RFC 6238, appendix B, `12345678901234567890`.
  private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void takesCodesOfTheStepsAroundOnce() {
    var totp = Totp.NONE.pending(KEY);
    var now = Instant.ofEpochSecond(1_234_567_890);
    var before = OneTimeCodes.code(KEY, OneTimeCodes.step(now) - 1);
    long step = totp.matches(before, now);
    assertThat(step).isEqualTo(now.getEpochSecond() / 30 - 1);
    assertThat(totp.used(step).matches(before, now)).isEqualTo(-1);
    assertThat(totp.matches(before, now.plusSeconds(90))).isEqualTo(-1);
  }
}
