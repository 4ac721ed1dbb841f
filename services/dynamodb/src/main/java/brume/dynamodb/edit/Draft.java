package brume.dynamodb.edit;

import brume.dynamodb.data.Items.Write;
import brume.dynamodb.expression.Path;
import brume.dynamodb.expression.Update;
import brume.dynamodb.expression.Updater;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.Guard;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A write that was read and not yet held against the schema of its table.
public interface Draft {
  /// The table as the request names it.
  String table();

  /// The attributes that the request speaks of.
  Set<String> attributes();

  /// Throws a validation error when the write does not fit the table.
  Write on(Table table);

  /// Puts an item in place of whatever has its key.
  record Put(String table, Item item, Guard guard) implements Draft {
    @Override
    public Set<String> attributes() {
      return all(item.attributes().keySet(), guard.attributes());
    }

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
    public Set<String> attributes() {
      return all(
          all(key.attributes().keySet(), guard.attributes()),
          update.paths().stream().map(Path::attribute).collect(Collectors.toSet()));
    }

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
    public Set<String> attributes() {
      return all(key.attributes().keySet(), guard.attributes());
    }

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
    public Set<String> attributes() {
      return all(key.attributes().keySet(), guard.attributes());
    }

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

  private static Set<String> all(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
