package brume.dynamodb.operation.statement;

import brume.dynamodb.catalog.TableName;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.edit.StatementDrafts;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.statement.Statement;
import brume.dynamodb.statement.Statement.Exists;
import brume.dynamodb.statement.Statement.Select;
import brume.dynamodb.statement.StatementParser;
import brume.dynamodb.statement.Where;
import brume.model.dynamodb.AttributeValue;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the actions on statements have in common.
final class Statements {
  private Statements() {}

  static Statement parse(String text, @Nullable List<AttributeValue> parameters) {
    var values =
        parameters == null
            ? List.<Value>of()
            : parameters.stream().map(AttributeValues::value).toList();
    return StatementParser.parse(text, values);
  }

  static Access access(Tables tables, Call call, Statement statement) {
    var select =
        statement instanceof Exists(var checked)
            ? checked
            : statement instanceof Select read ? read : null;
    var index = select == null ? null : select.index();
    var access = TableAccess.to(tables, call, statement.action(), statement.table(), index);
    return TableAccess.narrowed(
        call, access, () -> narrowed(keyed(tables, call, access, statement, index), statement));
  }

  private static Access narrowed(Access access, Statement statement) {
    if (statement instanceof Select select) {
      var projection = select.paths().isEmpty() ? null : new Projection(select.paths());
      var where = select.where();
      return TableAccess.reading(
          access, projection, where == null ? Set.of() : Attributes.of(where), null);
    }
    return TableAccess.writing(access, StatementDrafts.of(statement, null).attributes(), null);
  }

  private static Access keyed(
      Tables tables, Call call, Access access, Statement statement, @Nullable String index) {
    var table = tables.lately(TableName.of(call.scope(), statement.table()));
    if (table == null) {
      return access;
    }
    if (statement instanceof Statement.Insert(_, var item)) {
      var partition = item.get(table.schema().partition().name());
      return partition == null ? access : TableAccess.toPartition(access, partition);
    }
    var known = index == null ? null : table.index(index);
    var key = Where.of(where(statement), known == null ? table.schema() : known.schema()).key();
    return key == null
        ? access.where("dynamodb:FullTableScan", "true")
        : TableAccess.toPartition(access, key.partition());
  }

  private static brume.dynamodb.expression.@Nullable Condition where(Statement statement) {
    return switch (statement) {
      case Select select -> select.where();
      case Exists(var select) -> select.where();
      case Statement.Change change -> change.where();
      case Statement.Delete delete -> delete.where();
      case Statement.Insert _ -> null;
    };
  }
}
