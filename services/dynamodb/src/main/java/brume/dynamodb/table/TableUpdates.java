package brume.dynamodb.table;

import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.TableClassSummary;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateTableInput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update of a table does to its description, beside indexes and streams.
public final class TableUpdates {
  private TableUpdates() {}

  public static TableDescription apply(
      TableDescription before, UpdateTableInput input, Instant now) {
    var after = before.toBuilder();
    if (input.deletionProtectionEnabled() != null) {
      after.deletionProtectionEnabled(input.deletionProtectionEnabled());
    }
    if (input.tableClass() != null) {
      after.tableClassSummary(
          TableClassSummary.builder()
              .tableClass(input.tableClass())
              .lastUpdateDateTime(now)
              .build());
    }
    if (input.billingMode() != null || input.provisionedThroughput() != null) {
      var billing = billing(before, input);
      after
          .billingModeSummary(billing.summary(now))
          .provisionedThroughput(billing.throughput().toBuilder().lastIncreaseDateTime(now).build())
          .globalSecondaryIndexes(billed(before, billing, input));
    }
    return after.build();
  }

  private static Billing billing(TableDescription before, UpdateTableInput input) {
    var mode = input.billingMode();
    boolean staysOnDemand = mode == null && before.billingModeSummary() != null;
    return Billing.of(
        staysOnDemand ? Billing.PAY_PER_REQUEST : mode, input.provisionedThroughput());
  }

  /// The indexes when the table's billing changes: those that come to be provisioned need units.
  private static @Nullable List<GlobalSecondaryIndexDescription> billed(
      TableDescription before, Billing billing, UpdateTableInput input) {
    var indexes = before.globalSecondaryIndexes();
    boolean wasOnDemand = before.billingModeSummary() != null;
    if (indexes == null || wasOnDemand == (billing.units() == null)) {
      return indexes;
    }
    for (var index : indexes) {
      if (wasOnDemand && !isUpdated(String.valueOf(index.indexName()), input)) {
        TableRules.checkUnits(String.valueOf(index.indexName()), null, false);
      }
    }
    return indexes.stream()
        .map(index -> index.toBuilder().provisionedThroughput(Billing.throughput(null)).build())
        .toList();
  }

  private static boolean isUpdated(String index, UpdateTableInput input) {
    var updates = input.globalSecondaryIndexUpdates();
    return updates != null
        && updates.stream()
            .map(GlobalSecondaryIndexUpdate::update)
            .anyMatch(update -> update != null && index.equals(update.indexName()));
  }
}
