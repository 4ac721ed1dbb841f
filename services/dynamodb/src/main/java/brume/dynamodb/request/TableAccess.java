package brume.dynamodb.request;

import brume.base.Arn;
import brume.dynamodb.table.Table;
import brume.service.Access;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// What callers must be allowed to work with a table or an index.
public final class TableAccess {
  private TableAccess() {}

  /// @param table its name, in the call's scope, or its ARN
  public static Access to(Call call, String action, String table) {
    return Access.to("dynamodb:" + action, arn(call, table));
  }

  public static Access to(Call call, String action, String table, @Nullable String index) {
    return Access.to(
        "dynamodb:" + action, arn(call, table) + (index == null ? "" : "/index/" + index));
  }

  private static String arn(Call call, String table) {
    return Arn.parse(table).isPresent() ? table : Table.arn(call.scope(), table).toString();
  }
}
