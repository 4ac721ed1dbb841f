package brume.identity.login;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Wrong passwords and codes since the last right one. After five, whoever tries waits: a second,
/// then twice as long each time, up to about fifteen minutes.
///
/// Source: Amazon Cognito Developer Guide, "Lockout behavior for failed sign-in attempts". IAM does
/// not say what it does.
public record Attempts(int failures, @Nullable Instant last) {
  public static final Attempts NONE = new Attempts(0, null);

  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MAX_DOUBLINGS = 10;

  public boolean lockedAt(Instant now) {
    return last != null && failures >= FREE && now.isBefore(last.plus(pause()));
  }

  private Duration pause() {
    var pause = Duration.ofSeconds(1L << Math.min(failures - FREE, MAX_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  public Attempts failed(Instant now) {
    return new Attempts(failures + 1, now);
  }
}
