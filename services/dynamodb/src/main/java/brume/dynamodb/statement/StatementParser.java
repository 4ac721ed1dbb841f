package brume.dynamodb.statement;

import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.expression.Path;
import brume.dynamodb.expression.Update;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.statement.Statement.Order;
import brume.dynamodb.statement.Statement.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The grammar of statements.
public final class StatementParser extends WhereGrammar {
  private static final Map<String, Function> LISTS = Map.of("list_append", Function.LIST_APPEND);

  private StatementParser(String text, List<Value> parameters) {
    super(text, parameters);
  }

  /// Throws a validation error for a text that is no statement.
  public static Statement parse(String text, List<Value> parameters) {
    var parser = new StatementParser(text, parameters);
    var statement = parser.statement();
    parser.finish();
    return statement;
  }

  private Statement statement() {
    var first = take();
    return switch (first.text().toUpperCase(Locale.ROOT)) {
      case "SELECT" -> select();
      case "INSERT" -> insert();
      case "UPDATE" -> update();
      case "DELETE" -> delete();
      case "EXISTS" -> exists();
      default ->
          throw StatementLexer.malformed(
              "Unexpected token '%s' at position 0".formatted(first.text()));
    };
  }

  private Statement exists() {
    expectSign("(");
    expectKeyword("SELECT");
    var select = select();
    expectSign(")");
    return new Statement.Exists(select);
  }

  private Select select() {
    var paths = new ArrayList<Path>();
    if (!takeSign("*")) {
      do {
        paths.add(path());
      } while (takeSign(","));
    }
    expectKeyword("FROM");
    var table = name();
    var index = takeSign(".") ? name() : null;
    var where = takeKeyword("WHERE") ? or() : null;
    var order = new ArrayList<Order>();
    if (takeKeyword("ORDER")) {
      expectKeyword("BY");
      do {
        var attribute = name();
        boolean isDescending = takeKeyword("DESC");
        if (!isDescending) {
          takeKeyword("ASC");
        }
        order.add(new Order(attribute, isDescending));
      } while (takeSign(","));
    }
    return new Select(List.copyOf(paths), table, index, where, List.copyOf(order));
  }

  private Statement insert() {
    expectKeyword("INTO");
    var table = name();
    expectKeyword("VALUE");
    if (!(value() instanceof Value.M(var attributes))) {
      throw StatementLexer.malformed("VALUE must be followed by a map");
    }
    return new Statement.Insert(table, new Item(attributes));
  }

  private Statement update() {
    var table = name();
    var actions = new ArrayList<Update.Action>();
    while (peek().isKeyword("SET") || peek().isKeyword("REMOVE")) {
      boolean isSet = take().isKeyword("SET");
      do {
        actions.add(isSet ? set() : new Update.Action.Remove(path()));
      } while (takeSign(","));
    }
    if (actions.isEmpty()) {
      throw unexpected();
    }
    var where = where();
    return new Statement.Change(table, new Update(List.copyOf(actions)), where, returning());
  }

  private Update.Action set() {
    var path = path();
    expectSign("=");
    var name = peek().text().toLowerCase(Locale.ROOT);
    boolean isAdd = name.equals("set_add");
    if (peekSecond().isSign("(") && (isAdd || name.equals("set_delete"))) {
      take();
      var arguments = arguments();
      if (arguments.size() != 2 || !arguments.getFirst().equals(new Operand.Ref(path))) {
        throw StatementLexer.malformed(name + " takes the attribute that is set, and a set");
      }
      return isAdd
          ? new Update.Action.Add(path, arguments.getLast())
          : new Update.Action.Delete(path, arguments.getLast());
    }
    return new Update.Action.Set(path, sum());
  }

  private Operand sum() {
    var list = function(LISTS);
    if (list != null) {
      var arguments = arguments();
      if (arguments.size() != 2) {
        throw StatementLexer.malformed("list_append takes two lists");
      }
      return new Operand.Call(list, arguments);
    }
    var left = operand();
    if (!peek().isSign("+") && !peek().isSign("-")) {
      return left;
    }
    boolean isSum = take().isSign("+");
    return new Operand.Arithmetic(isSum, left, operand());
  }

  private Statement delete() {
    expectKeyword("FROM");
    var table = name();
    var where = where();
    return new Statement.Delete(table, where, returning());
  }

  private Condition where() {
    expectKeyword("WHERE");
    return or();
  }

  /// `RETURNING ALL | MODIFIED OLD | NEW *`.
  private String returning() {
    if (!takeKeyword("RETURNING")) {
      return "NONE";
    }
    boolean isAll = takeKeyword("ALL");
    if (!isAll) {
      expectKeyword("MODIFIED");
    }
    boolean isOld = takeKeyword("OLD");
    if (!isOld) {
      expectKeyword("NEW");
    }
    expectSign("*");
    return (isAll ? "ALL_" : "UPDATED_") + (isOld ? "OLD" : "NEW");
  }
}
