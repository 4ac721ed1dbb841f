package brume.dynamodb.backup;

import brume.base.Ids;
import brume.base.Scope;
import brume.dynamodb.table.PartName;
import brume.store.Key;
import java.time.Instant;
import java.util.Optional;

/// Which backup of which table is meant.
public record BackupName(Scope scope, String table, String id) {
  static BackupName of(Scope scope, String table, Instant now, Ids ids) {
    return new BackupName(scope, table, "%014d-%s".formatted(now.toEpochMilli(), ids.hex(8)));
  }

  /// Empty when it is not the ARN of a backup.
  static Optional<BackupName> parse(String arn) {
    return PartName.parse(arn, "backup")
        .map(name -> new BackupName(name.scope(), name.table(), name.id()));
  }

  public String arn() {
    return new PartName(scope, table, "backup", id).arn();
  }

  /// Where the items lie.
  Key items() {
    return Key.of(scope.account(), scope.region(), "ddbbackup", id);
  }
}
