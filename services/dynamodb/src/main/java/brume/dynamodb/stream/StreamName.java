package brume.dynamodb.stream;

import brume.base.Scope;
import brume.dynamodb.table.PartName;
import brume.dynamodb.table.StreamDefinition;
import java.util.Optional;

/// Which stream of which table is meant.
public record StreamName(Scope scope, String table, String label) {
  /// Empty when it is not the ARN of a stream.
  public static Optional<StreamName> parse(String arn) {
    return PartName.parse(arn, "stream")
        .map(name -> new StreamName(name.scope(), name.table(), name.id()));
  }

  public String arn() {
    return StreamDefinition.arn(scope, table, label).toString();
  }
}
