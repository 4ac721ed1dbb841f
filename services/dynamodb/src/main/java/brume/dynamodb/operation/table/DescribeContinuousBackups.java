package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.ContinuousBackupsDescription;
import brume.model.dynamodb.DescribeContinuousBackupsInput;
import brume.model.dynamodb.DescribeContinuousBackupsOutput;
import brume.model.dynamodb.PointInTimeRecoveryDescription;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells that a table is not backed up: Brume has no backups of tables.
public final class DescribeContinuousBackups
    implements Operation<DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput> {
  private static final String DISABLED = "DISABLED";

  private final Tables tables;

  public DescribeContinuousBackups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Access access(Call call, DescribeContinuousBackupsInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public DescribeContinuousBackupsOutput run(Call call, DescribeContinuousBackupsInput input) {
    tables.describe(call.scope(), input.tableName());
    return new DescribeContinuousBackupsOutput(
        ContinuousBackupsDescription.builder()
            .continuousBackupsStatus(DISABLED)
            .pointInTimeRecoveryDescription(
                PointInTimeRecoveryDescription.builder()
                    .pointInTimeRecoveryStatus(DISABLED)
                    .build())
            .build());
  }
}
