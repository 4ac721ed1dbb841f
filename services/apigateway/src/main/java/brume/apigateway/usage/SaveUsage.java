package brume.apigateway.usage;

import brume.service.Call;
import brume.service.Job;
import java.time.Duration;

/// Saves what clients have used.
public record SaveUsage(UsageLedger ledger) implements Job {
  @Override
  public String name() {
    return "apigateway-usage";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(Call call) {
    ledger.save();
  }
}
