package brume.dynamodb.table;

import brume.base.Arn;
import brume.base.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an ARN names that belongs to a table: a stream, a backup, an export, an import.
///
/// @param kind such as `stream`
/// @param id tells apart those of one kind
public record PartName(Scope scope, String table, String kind, String id) {
  private static final Pattern RESOURCE = Pattern.compile("table/([^/]+)/([^/]+)/([^/]+)");

  /// Empty when it is not the ARN of one of the kind.
  public static Optional<PartName> parse(String arn, String kind) {
    return Arn.parse(arn)
        .filter(parsed -> Scope.isRegion(parsed.region()))
        .flatMap(parsed -> of(parsed, kind));
  }

  private static Optional<PartName> of(Arn arn, String kind) {
    var resource = RESOURCE.matcher(arn.resource());
    return resource.matches() && resource.group(2).equals(kind)
        ? Optional.of(
            new PartName(
                new Scope(arn.account(), arn.region()), resource.group(1), kind, resource.group(3)))
        : Optional.empty();
  }

  public String arn() {
    return Arn.of("dynamodb", scope, "table/" + table + '/' + kind + '/' + id).toString();
  }
}
