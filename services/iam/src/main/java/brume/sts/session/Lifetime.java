package brume.sts.session;

import static brume.model.sts.StsError.VALIDATION_ERROR;

import brume.identity.Principal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long temporary credentials last, in seconds. The model has the smallest and the largest
/// values.
///
/// Source: AWS STS API reference, `DurationSeconds` of each action.
public final class Lifetime {
  private static final int ROLE_DEFAULT = 3600;
  private static final int CHAINED_MAX = 3600;
  private static final int TOKEN_DEFAULT = 43_200;
  private static final int ROOT_MAX = 3600;

  private Lifetime() {}

  /// Of a session of a role.
  ///
  /// @param roleMax the longest that the role allows
  public static Duration ofRole(@Nullable Integer wanted, Principal caller, int roleMax) {
    int seconds = wanted == null ? ROLE_DEFAULT : wanted;
    if (caller instanceof Principal.AssumedRole && seconds > CHAINED_MAX) {
      throw VALIDATION_ERROR.because(
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining");
    }
    if (seconds > roleMax) {
      throw VALIDATION_ERROR.because(
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    return Duration.ofSeconds(seconds);
  }

  /// Of a session that a user asks for itself; a root user gets an hour at most.
  public static Duration ofToken(@Nullable Integer wanted, Principal caller) {
    int seconds = wanted == null ? TOKEN_DEFAULT : wanted;
    return Duration.ofSeconds(
        caller instanceof Principal.Root ? Math.min(seconds, ROOT_MAX) : seconds);
  }
}
