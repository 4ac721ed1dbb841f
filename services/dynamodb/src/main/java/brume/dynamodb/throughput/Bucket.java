package brume.dynamodb.throughput;

import java.time.Instant;

/// Units that come back at a rate, up to a credit. What is spent at once may exceed what is there;
/// then nobody spends more until the debt is paid.
final class Bucket {
  private final double rate;
  private final double credit;
  private double units;
  private Instant filled;

  /// @param rate units in a second
  /// @param credit units that can be kept
  Bucket(double rate, double credit, Instant now) {
    this.rate = rate;
    this.credit = credit;
    this.units = credit;
    this.filled = now;
  }

  double rate() {
    return rate;
  }

  synchronized boolean isOpen(Instant now) {
    if (now.isAfter(filled)) {
      double seconds =
          now.getEpochSecond() - filled.getEpochSecond() + (now.getNano() - filled.getNano()) / 1e9;
      units = Math.min(credit, units + seconds * rate);
      filled = now;
    }
    return units > 0;
  }

  synchronized void spend(double spent) {
    units -= spent;
  }
}
