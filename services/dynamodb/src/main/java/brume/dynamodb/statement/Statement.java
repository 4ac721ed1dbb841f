package brume.dynamodb.statement;

import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Path;
import brume.dynamodb.expression.Update;
import brume.dynamodb.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text of PartiQL asks for.
public sealed interface Statement {
  String table();

  /// The action that callers must be allowed.
  String action();

  default boolean isRead() {
    return this instanceof Select;
  }

  /// @param paths what is wanted of each item; empty for all of it
  /// @param index null for the table itself
  /// @param order empty for the order of the index
  record Select(
      List<Path> paths,
      String table,
      @Nullable String index,
      @Nullable Condition where,
      List<Order> order)
      implements Statement {
    @Override
    public String action() {
      return "PartiQLSelect";
    }
  }

  record Order(String attribute, boolean isDescending) {}

  record Insert(String table, Item item) implements Statement {
    @Override
    public String action() {
      return "PartiQLInsert";
    }
  }

  /// @param returning as ReturnValues spells it
  record Change(String table, Update update, Condition where, String returning)
      implements Statement {
    @Override
    public String action() {
      return "PartiQLUpdate";
    }
  }

  /// @param returning as ReturnValues spells it
  record Delete(String table, Condition where, String returning) implements Statement {
    @Override
    public String action() {
      return "PartiQLDelete";
    }
  }

  /// The item that `select` asks for must be there, and satisfy its condition. Only in
  /// transactions.
  record Exists(Select select) implements Statement {
    @Override
    public String table() {
      return select.table();
    }

    @Override
    public String action() {
      return select.action();
    }
  }
}
