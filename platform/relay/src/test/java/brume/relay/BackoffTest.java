package brume.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void doublesUpToItsBound() {
    assertThat(Backoff.after(1)).isEqualTo(Backoff.FIRST);
    assertThat(Backoff.after(2)).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.after(11)).isEqualTo(Duration.ofSeconds(256));
    assertThat(Backoff.after(12)).isEqualTo(Backoff.LONGEST);
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Backoff.LONGEST);
  }
}
