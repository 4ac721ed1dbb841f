package brume.dynamodb.table;

import brume.dynamodb.item.Invalid;
import brume.model.dynamodb.BillingModeSummary;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.ProvisionedThroughputDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a table's use is paid for: by request, or by units provisioned.
///
/// @param units null when paid by request
public record Billing(@Nullable ProvisionedThroughput units) {
  static final String PAY_PER_REQUEST = "PAY_PER_REQUEST";
  private static final long MAX_UNITS = 1_000_000_000_000L;

  /// Throws a validation error when the two parameters do not fit together.
  public static Billing of(@Nullable String mode, @Nullable ProvisionedThroughput units) {
    if (PAY_PER_REQUEST.equals(mode)) {
      if (units != null) {
        throw Invalid.parameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      return new Billing(null);
    }
    if (units == null) {
      throw Invalid.parameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    checkBound("ReadCapacityUnits", units.readCapacityUnits());
    checkBound("WriteCapacityUnits", units.writeCapacityUnits());
    return new Billing(units);
  }

  private static void checkBound(String name, long value) {
    if (value > MAX_UNITS) {
      throw Invalid.request("Given value " + value + " for " + name + " is out of bounds");
    }
  }

  /// What a description shows, where `since` is when the table came to be paid by request.
  public @Nullable BillingModeSummary summary(Instant since) {
    return units == null
        ? BillingModeSummary.builder()
            .billingMode(PAY_PER_REQUEST)
            .lastUpdateToPayPerRequestDateTime(since)
            .build()
        : null;
  }

  /// Zero units when paid by request, as AWS shows it.
  public ProvisionedThroughputDescription throughput() {
    return throughput(units);
  }

  public static ProvisionedThroughputDescription throughput(@Nullable ProvisionedThroughput units) {
    return ProvisionedThroughputDescription.builder()
        .numberOfDecreasesToday(0L)
        .readCapacityUnits(units == null ? 0 : units.readCapacityUnits())
        .writeCapacityUnits(units == null ? 0 : units.writeCapacityUnits())
        .build();
  }
}
