package brume.ses.data;

import brume.service.Call;
import brume.service.Job;
import java.time.Duration;

/// Clears old messages away.
public final class Retention implements Job {
  /// How long a message is kept: long enough to look at, short enough to keep the disk free.
  static final Duration KEPT = Duration.ofDays(30);

  private final Mails mails;

  public Retention(Mails mails) {
    this.mails = mails;
  }

  @Override
  public String name() {
    return "ses.retention";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(Call call) {
    boolean more = true;
    while (more) {
      more = mails.deleteOlder(call.now().minus(KEPT));
    }
  }
}
