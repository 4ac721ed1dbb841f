package brume.dynamodb.expression;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names and values of a request, for tests.
final class Given {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();

  static Given nothing() {
    return new Given();
  }

  static Given value(String placeholder, Value value) {
    return nothing().and(placeholder, value);
  }

  static Given name(String placeholder, String name) {
    return nothing().and(placeholder, name);
  }

  Given and(String placeholder, Value value) {
    values.put(placeholder, value);
    return this;
  }

  Given and(String placeholder, String name) {
    names.put(placeholder, name);
    return this;
  }

  Placeholders placeholders() {
    return Placeholders.of(names.isEmpty() ? null : names, values.isEmpty() ? null : values);
  }

  Condition condition(String text) {
    return new Expressions().condition(text, placeholders());
  }

  boolean holds(String condition, Item item) {
    return Evaluator.holds(condition(condition), item);
  }

  Update update(String text) {
    return new Expressions().update(text, placeholders());
  }

  Item updated(String update, Item item) {
    return Updater.apply(update(update), item);
  }

  Projection projection(String text) {
    return new Expressions().projection(text, placeholders());
  }
}
