package brume.dynamodb.backup;

import brume.base.Arn;
import brume.base.Ids;
import brume.base.Scope;
import brume.store.Key;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which backup of which table is meant.
public record BackupName(Scope scope, String table, String id) {
  private static final Pattern RESOURCE = Pattern.compile("table/([^/]+)/backup/([^/]+)");

  static BackupName of(Scope scope, String table, Instant now, Ids ids) {
    return new BackupName(scope, table, "%014d-%s".formatted(now.toEpochMilli(), ids.hex(8)));
  }

  /// Empty when it is not the ARN of a backup.
  static Optional<BackupName> parse(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> Scope.isRegion(parsed.region()))
        .flatMap(
            parsed -> {
              var resource = RESOURCE.matcher(parsed.resource());
              return resource.matches()
                  ? Optional.of(
                      new BackupName(
                          new Scope(parsed.account(), parsed.region()),
                          resource.group(1),
                          resource.group(2)))
                  : Optional.empty();
            });
  }

  public String arn() {
    return Arn.of("dynamodb", scope, "table/" + table + "/backup/" + id).toString();
  }

  /// Where the items lie.
  Key items() {
    return Key.of(scope.account(), scope.region(), "ddbbackup", id);
  }
}
