package brume.sts.session;

import static brume.model.sts.StsError.VALIDATION_ERROR;

import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.Credentials;
import brume.service.Call;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Issues temporary credentials.
public final class Issuing {
  private final SessionTokens tokens;

  public Issuing(SessionTokens tokens) {
    this.tokens = tokens;
  }

  public Credentials issue(Call call, Principal principal, Session session, Duration life) {
    var issued = tokens.issue(principal.account(), principal, session, life);
    return shown(issued);
  }

  private static Credentials shown(Credential issued) {
    return new Credentials(
        issued.accessKeyId(),
        Objects.requireNonNull(issued.expires()),
        issued.secretKey(),
        Objects.requireNonNull(issued.sessionToken()));
  }

  /// The duration that was asked for, or `usual`.
  ///
  /// Throws a validation error for one that is longer than `longest`.
  public static Duration duration(@Nullable Integer seconds, Duration usual, Duration longest) {
    if (seconds == null) {
      return usual;
    }
    if (seconds > longest.toSeconds()) {
      throw VALIDATION_ERROR.because(
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    return Duration.ofSeconds(seconds);
  }
}
