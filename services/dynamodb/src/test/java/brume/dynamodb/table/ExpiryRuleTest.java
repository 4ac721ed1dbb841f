package brume.dynamodb.table;

import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExpiryRuleTest {
  private static final long NOW = Local.NOW.getEpochSecond();
  private static final Expiry EXPIRY = new Expiry("until", "place", true);

  @Test
  void itemsAreDueFromTheirSecondOn() {
    assertThat(EXPIRY.isDue(stored("until", NOW - 1), Local.NOW)).isTrue();
    assertThat(EXPIRY.isDue(stored("until", NOW), Local.NOW)).isFalse();
    assertThat(EXPIRY.isDue(stored("until", NOW + 1), Local.NOW)).isFalse();
  }

  @Test
  void fractionsCountAsTheirSecond() {
    assertThat(EXPIRY.of(stored("until", new BigDecimal("12.9")))).hasValue(12);
  }

  @Test
  void whatIsNoTimeDoesNotExpire() {
    assertThat(EXPIRY.of(stored("until", "12"))).isEmpty();
    assertThat(EXPIRY.of(stored("until", -12))).isEmpty();
    assertThat(EXPIRY.of(stored("until", new BigDecimal("1e30")))).isEmpty();
    assertThat(EXPIRY.of(stored("other", 12))).isEmpty();
  }

  @Test
  void whatExpiredFiveYearsAgoStays() {
    assertThat(EXPIRY.isDue(stored("until", 1), Local.NOW)).isFalse();
    long oldest = Local.NOW.minus(Expiry.OLDEST).getEpochSecond();
    assertThat(EXPIRY.isDue(stored("until", oldest), Local.NOW)).isTrue();
    assertThat(EXPIRY.isDue(stored("until", oldest - 1), Local.NOW)).isFalse();
  }
}
