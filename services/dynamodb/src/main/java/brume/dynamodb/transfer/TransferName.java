package brume.dynamodb.transfer;

import brume.base.Ids;
import brume.base.Scope;
import brume.dynamodb.table.PartName;
import java.time.Instant;
import java.util.Optional;

/// Which export or import of which table is meant.
///
/// @param kind `export` or `import`
record TransferName(Scope scope, String table, String kind, String id) {
  static TransferName of(Scope scope, String table, String kind, Instant now, Ids ids) {
    return new TransferName(
        scope, table, kind, "%014d-%s".formatted(now.toEpochMilli(), ids.hex(8)));
  }

  /// Empty when it is not the ARN of one of the kind.
  static Optional<TransferName> parse(String arn, String kind) {
    return PartName.parse(arn, kind)
        .map(name -> new TransferName(name.scope(), name.table(), kind, name.id()));
  }

  String arn() {
    return new PartName(scope, table, kind, id).arn();
  }
}
