package brume.dynamodb.operation.backup;

import brume.dynamodb.table.Table;
import brume.service.Access;
import brume.service.Call;
import java.util.List;

/// What a caller must be allowed on a table that is to be restored.
///
/// Source: Amazon DynamoDB Developer Guide, "Using IAM with DynamoDB backup and restore".
final class TargetAccess {
  private static final List<String> ACTIONS =
      List.of("PutItem", "UpdateItem", "DeleteItem", "GetItem", "Query", "Scan", "BatchWriteItem");

  private TargetAccess() {}

  static Access to(Call call, String action, String target) {
    var arn = Table.arn(call.scope(), target);
    return ACTIONS.stream()
        .map(each -> Access.to("dynamodb:" + each, arn))
        .reduce(Access.to("dynamodb:" + action, arn), Access::and);
  }
}
