package brume.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static Attempts failed(int times) {
    var attempts = Attempts.NONE;
    for (int i = 0; i < times; i++) {
      attempts = attempts.failed(NOW);
    }
    return attempts;
  }

  @Test
  void areFreeAtFirst() {
    assertThat(failed(4).lockedAt(NOW)).isFalse();
    assertThat(failed(5).lockedAt(NOW)).isTrue();
  }

  @Test
  void takeTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
    assertThat(failed(5).lockedAt(NOW.plusSeconds(1))).isFalse();
    assertThat(failed(7).lockedAt(NOW.plusSeconds(3))).isTrue();
    assertThat(failed(7).lockedAt(NOW.plusSeconds(4))).isFalse();
    assertThat(failed(1000).lockedAt(NOW.plusSeconds(899))).isTrue();
    assertThat(failed(1000).lockedAt(NOW.plusSeconds(900))).isFalse();
  }
}
