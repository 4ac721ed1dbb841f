package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Copying;
import brume.dynamodb.backup.Window;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.past.Forgetting;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.History;
import brume.dynamodb.table.History.Recovery;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.PointInTimeRecoverySpecification;
import brume.model.dynamodb.UpdateContinuousBackupsInput;
import brume.model.dynamodb.UpdateContinuousBackupsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Switches on and off that a table can be restored to any point in time.
public final class UpdateContinuousBackups
    implements Operation<UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput> {
  /// Source: Amazon DynamoDB API Reference, PointInTimeRecoverySpecification.
  private static final int DEFAULT_DAYS = 35;

  private final Tables tables;

  public UpdateContinuousBackups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, UpdateContinuousBackupsInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public UpdateContinuousBackupsOutput run(Call call, UpdateContinuousBackupsInput input) {
    var table = tables.describe(call.scope(), input.tableName());
    var place = call.ids().hex(16);
    tables.changeAlone(
        table,
        (transaction, now) ->
            changed(transaction, now, input.pointInTimeRecoverySpecification(), place, call.now()));
    return new UpdateContinuousBackupsOutput(
        Window.describe(tables.describe(call.scope(), input.tableName()), call.now()));
  }

  private static Definition changed(
      Transaction transaction,
      Table table,
      PointInTimeRecoverySpecification wanted,
      String place,
      Instant now) {
    var history = table.definition().history();
    if (!wanted.pointInTimeRecoveryEnabled()) {
      return history == null
          ? table.definition()
          : Copying.without(transaction, table, history.with(null));
    }
    Forgetting.add(transaction, table);
    var begun = history == null ? History.at(place) : history;
    return table.definition().with(begun.with(recovery(begun.recovery(), wanted, now)));
  }

  private static Recovery recovery(
      @Nullable Recovery before, PointInTimeRecoverySpecification wanted, Instant now) {
    int days = wanted.recoveryPeriodInDays() == null ? DEFAULT_DAYS : wanted.recoveryPeriodInDays();
    if (before == null) {
      return new Recovery(now, days);
    }
    // What was forgotten after fewer days is not there for more.
    var oldest = now.minus(java.time.Duration.ofDays(before.days()));
    return new Recovery(before.since().isAfter(oldest) ? before.since() : oldest, days);
  }
}
