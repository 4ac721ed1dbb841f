package brume.dynamodb.edit;

import brume.dynamodb.data.Items.Write;
import brume.dynamodb.expression.Update;
import brume.dynamodb.expression.Updater;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.Guard;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.Table;

/// A write that was read and not yet held against the schema of its table.
public interface Draft {
  /// The table as the request names it.
  String table();

  /// Throws a validation error when the write does not fit the table.
  Write on(Table table);

  /// Puts an item in place of whatever has its key.
  record Put(String table, Item item, Guard guard) implements Draft {
    @Override
    public Write on(Table table) {
      return new Write(
          table,
          ItemRules.checkPut(table, item),
          before -> {
            guard.check(before);
            return item;
          });
    }
  }

  /// Changes attributes of an item, which comes into being when there is none of the key.
  record Change(String table, Item key, Update update, Guard guard) implements Draft {
    @Override
    public Write on(Table table) {
      var at = table.schema().ofKey(key);
      for (var path : update.paths()) {
        if (table.schema().has(path.attribute())) {
          throw Invalid.parameter(
              "Cannot update attribute "
                  + path.attribute()
                  + ". This attribute is part of the key");
        }
      }
      return new Write(
          table,
          at,
          before -> {
            guard.check(before);
            var after = Updater.apply(update, before == null ? key : before);
            ItemRules.checkUpdated(table, after);
            return after;
          });
    }
  }

  record Delete(String table, Item key, Guard guard) implements Draft {
    @Override
    public Write on(Table table) {
      return new Write(
          table,
          table.schema().ofKey(key),
          before -> {
            guard.check(before);
            return null;
          });
    }
  }

  /// Changes nothing: only its condition counts.
  record Check(String table, Item key, Guard guard) implements Draft {
    @Override
    public Write on(Table table) {
      return new Write(
          table,
          table.schema().ofKey(key),
          before -> {
            guard.check(before);
            return before;
          });
    }
  }
}
