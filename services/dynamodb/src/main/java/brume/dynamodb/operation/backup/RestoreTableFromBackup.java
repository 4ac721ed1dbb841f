package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Restoration;
import brume.dynamodb.backup.Restoration.Overrides;
import brume.model.dynamodb.RestoreTableFromBackupInput;
import brume.model.dynamodb.RestoreTableFromBackupOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;

/// Makes a table of a backup.
public final class RestoreTableFromBackup
    implements Operation<RestoreTableFromBackupInput, RestoreTableFromBackupOutput> {
  private final Restoration restoration;

  public RestoreTableFromBackup(Restoration restoration) {
    this.restoration = restoration;
  }

  @Override
  public Access access(Call call, RestoreTableFromBackupInput input) {
    return Access.to("dynamodb:" + name(), input.backupArn())
        .and(TargetAccess.to(call, name(), input.targetTableName()));
  }

  @Override
  public RestoreTableFromBackupOutput run(Call call, RestoreTableFromBackupInput input) {
    if (input.sseSpecificationOverride() != null || input.onDemandThroughputOverride() != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's DynamoDB does not have SSESpecificationOverride and OnDemandThroughputOverride"
              + " yet");
    }
    var overrides =
        new Overrides(
            input.billingModeOverride(),
            input.globalSecondaryIndexOverride(),
            input.localSecondaryIndexOverride(),
            input.provisionedThroughputOverride());
    return new RestoreTableFromBackupOutput(
        restoration.of(call, input.backupArn(), input.targetTableName(), overrides));
  }
}
