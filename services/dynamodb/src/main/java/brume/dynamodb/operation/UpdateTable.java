package brume.dynamodb.operation;

import brume.dynamodb.data.Statistics;
import brume.dynamodb.data.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.Billing;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.TableClassSummary;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateTableInput;
import brume.model.dynamodb.UpdateTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Instant;

/// Changes how a table is billed, its class, and whether it is protected against deletion.
public final class UpdateTable implements Operation<UpdateTableInput, UpdateTableOutput> {
  private final Tables tables;
  private final Statistics statistics;

  public UpdateTable(Tables tables, Statistics statistics) {
    this.tables = tables;
    this.statistics = statistics;
  }

  @Override
  public Access access(Call call, UpdateTableInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public UpdateTableOutput run(Call call, UpdateTableInput input) {
    Lacking.check(input);
    tables.change(call.scope(), input.tableName(), before -> changed(before, input, call.now()));
    var table = tables.describe(call.scope(), input.tableName());
    return UpdateTableOutput.builder()
        .tableDescription(DescribeTable.sized(statistics, table))
        .build();
  }

  private static TableDescription changed(
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
          .provisionedThroughput(
              billing.throughput().toBuilder().lastIncreaseDateTime(now).build());
    }
    return after.build();
  }

  private static Billing billing(TableDescription before, UpdateTableInput input) {
    var mode = input.billingMode();
    ProvisionedThroughput units = input.provisionedThroughput();
    boolean staysOnDemand = mode == null && before.billingModeSummary() != null;
    return Billing.of(staysOnDemand ? "PAY_PER_REQUEST" : mode, units);
  }
}
