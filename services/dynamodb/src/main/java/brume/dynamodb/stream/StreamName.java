package brume.dynamodb.stream;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.table.StreamDefinition;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which stream of which table is meant.
public record StreamName(Scope scope, String table, String label) {
  private static final Pattern RESOURCE = Pattern.compile("table/([^/]+)/stream/([^/]+)");

  /// Empty when it is not the ARN of a stream.
  public static Optional<StreamName> parse(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> Scope.isRegion(parsed.region()))
        .flatMap(
            parsed -> {
              var resource = RESOURCE.matcher(parsed.resource());
              return resource.matches()
                  ? Optional.of(
                      new StreamName(
                          new Scope(parsed.account(), parsed.region()),
                          resource.group(1),
                          resource.group(2)))
                  : Optional.empty();
            });
  }

  public String arn() {
    return StreamDefinition.arn(scope, table, label).toString();
  }
}
