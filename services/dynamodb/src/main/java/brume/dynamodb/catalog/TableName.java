package brume.dynamodb.catalog;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.table.Table;
import brume.store.Key;

/// Which table is meant: one of the caller's account, or of another that an ARN names.
public record TableName(Scope scope, String name) {
  private static final String SEPARATOR = "/";

  /// @param nameOrArn the ARN may be that of the table, or of an index or stream of it
  public static TableName of(Scope scope, String nameOrArn) {
    if (!isArn(nameOrArn)) {
      return new TableName(scope, nameOrArn);
    }
    return Arn.parse(nameOrArn)
        .map(arn -> new TableName(new Scope(arn.account(), scope.region()), first(arn.name())))
        .orElseGet(() -> new TableName(scope, nameOrArn));
  }

  /// No name of a table has a colon.
  public static boolean isArn(String nameOrArn) {
    return nameOrArn.indexOf(':') >= 0;
  }

  /// Of a table that is known.
  static TableName of(Table table) {
    return new TableName(table.scope(), table.name());
  }

  private static String first(String path) {
    return path.split(SEPARATOR, 2)[0];
  }

  Key key() {
    return Table.at(scope, name);
  }
}
