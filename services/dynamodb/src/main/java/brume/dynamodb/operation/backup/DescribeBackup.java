package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Backups;
import brume.model.dynamodb.DescribeBackupInput;
import brume.model.dynamodb.DescribeBackupOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a backup.
public final class DescribeBackup implements Operation<DescribeBackupInput, DescribeBackupOutput> {
  private final Backups backups;

  public DescribeBackup(Backups backups) {
    this.backups = backups;
  }

  @Override
  public Access access(Call call, DescribeBackupInput input) {
    return Access.to("dynamodb:" + name(), input.backupArn());
  }

  @Override
  public DescribeBackupOutput run(Call call, DescribeBackupInput input) {
    return new DescribeBackupOutput(backups.get(input.backupArn()));
  }
}
