package brume.dynamodb.transfer;

import brume.base.Arn;
import brume.base.Ids;
import brume.base.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which export or import of which table is meant.
///
/// @param kind `export` or `import`
record TransferName(Scope scope, String table, String kind, String id) {
  private static final Pattern RESOURCE = Pattern.compile("table/([^/]+)/(export|import)/([^/]+)");

  static TransferName of(Scope scope, String table, String kind, Instant now, Ids ids) {
    return new TransferName(
        scope, table, kind, "%014d-%s".formatted(now.toEpochMilli(), ids.hex(8)));
  }

  /// Empty when it is not the ARN of one of the kind.
  static Optional<TransferName> parse(String arn, String kind) {
    return Arn.parse(arn)
        .filter(parsed -> Scope.isRegion(parsed.region()))
        .flatMap(
            parsed -> {
              var resource = RESOURCE.matcher(parsed.resource());
              return resource.matches() && kind.equals(resource.group(2))
                  ? Optional.of(
                      new TransferName(
                          new Scope(parsed.account(), parsed.region()),
                          resource.group(1),
                          kind,
                          resource.group(3)))
                  : Optional.empty();
            });
  }

  String arn() {
    return Arn.of("dynamodb", scope, "table/" + table + '/' + kind + '/' + id).toString();
  }
}
