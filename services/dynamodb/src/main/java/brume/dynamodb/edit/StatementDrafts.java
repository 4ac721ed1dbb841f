package brume.dynamodb.edit;

import static brume.model.dynamodb.DynamoDbError.DUPLICATE_ITEM_EXCEPTION;

import brume.dynamodb.data.Items.Write;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.expression.Path;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.Guard;
import brume.dynamodb.statement.Statement;
import brume.dynamodb.statement.Where;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The writes that statements ask for.
public final class StatementDrafts {
  private StatementDrafts() {}

  /// @param onFailure the parameter ReturnValuesOnConditionCheckFailure
  public static Draft of(Statement statement, @Nullable String onFailure) {
    boolean showsItem = "ALL_OLD".equals(onFailure);
    return switch (statement) {
      case Statement.Insert(var table, var item) -> new Insert(table, item);
      case Statement.Change change -> new ChangeWhere(change, showsItem);
      case Statement.Delete delete -> new DeleteWhere(delete, showsItem);
      case Statement.Exists exists -> new CheckWhere(exists, showsItem);
      case Statement.Select _ -> throw Invalid.request("A SELECT statement writes nothing");
    };
  }

  /// Unlike a put, it puts nothing in place of anything.
  private record Insert(String table, Item item) implements Draft {
    @Override
    public Set<String> attributes() {
      return item.attributes().keySet();
    }

    @Override
    public Write on(Table on) {
      return new Write(
          on,
          ItemRules.checkPut(on, item),
          before -> {
            if (before != null) {
              throw DUPLICATE_ITEM_EXCEPTION.because("Duplicate primary key exists in table");
            }
            return item;
          });
    }
  }

  /// Unlike an update, it makes no item.
  private record ChangeWhere(Statement.Change statement, boolean showsItem) implements Draft {
    @Override
    public Set<String> attributes() {
      var all = new HashSet<>(Attributes.of(statement.where()));
      statement.update().paths().forEach(path -> all.add(path.attribute()));
      return all;
    }

    @Override
    public String table() {
      return statement.table();
    }

    @Override
    public Write on(Table on) {
      var key = Where.key(statement.where(), on.schema());
      var guard = new Guard(and(exists(on), beside(statement.where(), on)), showsItem);
      return new Draft.Change(table(), key, statement.update(), guard).on(on);
    }
  }

  /// An item that is not there is deleted, whatever was asked of it.
  private record DeleteWhere(Statement.Delete statement, boolean showsItem) implements Draft {
    @Override
    public Set<String> attributes() {
      return Attributes.of(statement.where());
    }

    @Override
    public String table() {
      return statement.table();
    }

    @Override
    public Write on(Table on) {
      var key = Where.key(statement.where(), on.schema());
      var beside = beside(statement.where(), on);
      var condition =
          beside == null ? null : new Condition.Or(List.of(new Condition.Not(exists(on)), beside));
      return new Draft.Delete(table(), key, new Guard(condition, showsItem)).on(on);
    }
  }

  private record CheckWhere(Statement.Exists statement, boolean showsItem) implements Draft {
    @Override
    public Set<String> attributes() {
      var where = statement.select().where();
      return where == null ? Set.of() : Attributes.of(where);
    }

    @Override
    public String table() {
      return statement.table();
    }

    @Override
    public Write on(Table on) {
      var where = statement.select().where();
      if (where == null) {
        throw Invalid.request(
            "Where clause does not contain a mandatory equality on all key attributes");
      }
      var guard = new Guard(and(exists(on), beside(where, on)), showsItem);
      return new Draft.Check(table(), Where.key(where, on.schema()), guard).on(on);
    }
  }

  private static @Nullable Condition beside(Condition where, Table table) {
    return Where.beside(where, table.schema());
  }

  private static Condition exists(Table table) {
    var partition = new Operand.Ref(Path.of(table.schema().partition().name()));
    return new Condition.Test(Function.ATTRIBUTE_EXISTS, List.of(partition));
  }

  private static Condition and(Condition first, @Nullable Condition second) {
    return second == null ? first : new Condition.And(List.of(first, second));
  }
}
