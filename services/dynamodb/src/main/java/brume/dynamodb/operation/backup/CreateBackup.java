package brume.dynamodb.operation.backup;

import static brume.model.dynamodb.DynamoDbError.TABLE_IN_USE_EXCEPTION;

import brume.dynamodb.backup.Backups;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.CreateBackupInput;
import brume.model.dynamodb.CreateBackupOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Begins a backup of a table as it is now, beside the writes that go on.
public final class CreateBackup implements Operation<CreateBackupInput, CreateBackupOutput> {
  private final Tables tables;
  private final Backups backups;

  public CreateBackup(Tables tables, Backups backups) {
    this.tables = tables;
    this.backups = backups;
  }

  @Override
  public Access access(Call call, CreateBackupInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public CreateBackupOutput run(Call call, CreateBackupInput input) {
    var table = tables.describe(call.scope(), input.tableName());
    if (!table.isServing()) {
      throw TABLE_IN_USE_EXCEPTION.because("Table is not active: " + table.name());
    }
    return new CreateBackupOutput(backups.begin(table, input.backupName(), call.now(), call.ids()));
  }
}
