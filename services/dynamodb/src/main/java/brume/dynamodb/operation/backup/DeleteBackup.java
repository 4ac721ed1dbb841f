package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Backups;
import brume.model.dynamodb.DeleteBackupInput;
import brume.model.dynamodb.DeleteBackupOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a backup.
public final class DeleteBackup implements Operation<DeleteBackupInput, DeleteBackupOutput> {
  private final Backups backups;

  public DeleteBackup(Backups backups) {
    this.backups = backups;
  }

  @Override
  public Access access(Call call, DeleteBackupInput input) {
    return Access.to("dynamodb:" + name(), input.backupArn());
  }

  @Override
  public DeleteBackupOutput run(Call call, DeleteBackupInput input) {
    return new DeleteBackupOutput(backups.delete(input.backupArn()));
  }
}
