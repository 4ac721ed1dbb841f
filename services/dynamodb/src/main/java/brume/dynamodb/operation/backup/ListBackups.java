package brume.dynamodb.operation.backup;

import brume.dynamodb.backup.Backups;
import brume.dynamodb.catalog.TableName;
import brume.model.dynamodb.BackupDescription;
import brume.model.dynamodb.BackupSummary;
import brume.model.dynamodb.ListBackupsInput;
import brume.model.dynamodb.ListBackupsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists the backups of a table, or of all, the earliest first.
public final class ListBackups implements Operation<ListBackupsInput, ListBackupsOutput> {
  /// Source: Amazon DynamoDB API Reference, ListBackups.
  private static final int MAX_PAGE = 100;

  private final Backups backups;

  public ListBackups(Backups backups) {
    this.backups = backups;
  }

  @Override
  public Access access(Call call, ListBackupsInput input) {
    return Access.toAny("dynamodb:" + name());
  }

  @Override
  public ListBackupsOutput run(Call call, ListBackupsInput input) {
    var table =
        input.tableName() == null ? null : TableName.of(call.scope(), input.tableName()).name();
    int limit = input.limit() == null ? MAX_PAGE : Math.min(MAX_PAGE, input.limit());
    var found = new ArrayList<BackupSummary>();
    boolean isBehind = input.exclusiveStartBackupArn() == null;
    for (var backup : backups.list(call.scope(), table)) {
      if (isBehind && fits(backup, input)) {
        found.add(summary(backup));
      }
      isBehind |= Objects.equals(arn(backup), input.exclusiveStartBackupArn());
    }
    boolean hasMore = found.size() > limit;
    List<BackupSummary> page = hasMore ? List.copyOf(found.subList(0, limit)) : found;
    return new ListBackupsOutput(page, hasMore ? page.getLast().backupArn() : null);
  }

  private static @Nullable String arn(BackupDescription backup) {
    return Backups.details(backup).backupArn();
  }

  private static boolean fits(BackupDescription backup, ListBackupsInput input) {
    Instant made = Objects.requireNonNull(Backups.details(backup).backupCreationDateTime());
    var from = input.timeRangeLowerBound();
    var to = input.timeRangeUpperBound();
    var type = input.backupType();
    return (from == null || !made.isBefore(from))
        && (to == null || made.isBefore(to))
        && (type == null
            || "ALL".equals(type)
            || type.equals(Backups.details(backup).backupType()));
  }

  private static BackupSummary summary(BackupDescription backup) {
    var details = Backups.details(backup);
    var table = Objects.requireNonNull(backup.sourceTableDetails());
    return BackupSummary.builder()
        .backupArn(details.backupArn())
        .backupCreationDateTime(details.backupCreationDateTime())
        .backupName(details.backupName())
        .backupSizeBytes(details.backupSizeBytes())
        .backupStatus(details.backupStatus())
        .backupType(details.backupType())
        .tableArn(table.tableArn())
        .tableId(table.tableId())
        .tableName(table.tableName())
        .build();
  }
}
