package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Window;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.DescribeContinuousBackupsInput;
import brume.model.dynamodb.DescribeContinuousBackupsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells to which moments a table can be restored.
public final class DescribeContinuousBackups
    implements Operation<DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput> {
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
    var table = tables.describe(call.scope(), input.tableName());
    return new DescribeContinuousBackupsOutput(Window.describe(table, call.now()));
  }
}
