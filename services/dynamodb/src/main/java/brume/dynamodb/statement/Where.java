package brume.dynamodb.statement;

import brume.dynamodb.expression.Comparator;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.expression.Path;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.table.KeyAttribute;
import brume.dynamodb.table.KeyCondition;
import brume.dynamodb.table.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A WHERE clause, held against the key of a table or index.
///
/// @param key what is asked of the key; null when the clause does not say one partition
/// @param rest what else is asked; null for nothing
public record Where(@Nullable KeyCondition key, @Nullable Condition rest) {

  public static Where of(@Nullable Condition where, KeySchema schema) {
    var parts = parts(where);
    var partition = equality(parts, schema.partition());
    if (partition == null) {
      return new Where(null, where);
    }
    parts.remove(partition);
    var sort = sort(parts, schema.sort());
    if (sort != null) {
      parts.remove(sort);
    }
    var asked = sort == null ? partition : new Condition.And(List.of(partition, sort));
    return new Where(Expressions.keyCondition(asked, schema), all(parts));
  }

  /// The key of the one item that a clause means, as AWS demands it of writes.
  public static Item key(Condition where, KeySchema schema) {
    var parts = parts(where);
    var key = new LinkedHashMap<String, Value>();
    for (var attribute : schema.attributes()) {
      var equality = equality(parts, attribute);
      if (equality == null) {
        throw Invalid.request(
            "Where clause does not contain a mandatory equality on all key attributes");
      }
      key.put(attribute.name(), literal(equality));
    }
    return new Item(key);
  }

  /// What a clause asks of the item beside its key; null for nothing.
  public static @Nullable Condition beside(Condition where, KeySchema schema) {
    var parts = parts(where);
    for (var attribute : schema.attributes()) {
      parts.remove(equality(parts, attribute));
    }
    return all(parts);
  }

  private static List<Condition> parts(@Nullable Condition where) {
    var parts = new ArrayList<Condition>();
    if (where instanceof Condition.And(var all)) {
      all.forEach(part -> parts.addAll(parts(part)));
    } else if (where != null) {
      parts.add(where);
    }
    return parts;
  }

  private static @Nullable Condition all(List<Condition> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
  }

  private static @Nullable Condition equality(List<Condition> parts, KeyAttribute attribute) {
    for (var part : parts) {
      if (part instanceof Condition.Comparison(var comparator, var left, var right)
          && comparator == Comparator.EQUAL
          && (isPair(attribute, left, right) || isPair(attribute, right, left))) {
        return part;
      }
    }
    return null;
  }

  private static boolean isPair(KeyAttribute attribute, Operand reference, Operand value) {
    return isOf(attribute, reference) && value instanceof Operand.Literal;
  }

  private static boolean isOf(KeyAttribute attribute, Operand operand) {
    return operand instanceof Operand.Ref(var path) && path.equals(Path.of(attribute.name()));
  }

  private static Value literal(Condition equality) {
    var comparison = (Condition.Comparison) equality;
    var operand =
        comparison.left() instanceof Operand.Literal ? comparison.left() : comparison.right();
    return ((Operand.Literal) operand).value();
  }

  /// The first part that is a range of the sort key.
  private static @Nullable Condition sort(List<Condition> parts, @Nullable KeyAttribute sort) {
    for (var part : parts) {
      if (sort != null && isRange(part, sort)) {
        return part;
      }
    }
    return null;
  }

  private static boolean isRange(Condition part, KeyAttribute sort) {
    return switch (part) {
      case Condition.Comparison(var comparator, var left, var right) ->
          comparator != Comparator.NOT_EQUAL
              && (isPair(sort, left, right) || isPair(sort, right, left));
      case Condition.Between(var operand, var low, var high) ->
          isOf(sort, operand)
              && low instanceof Operand.Literal(var from)
              && high instanceof Operand.Literal(var to)
              && from.type() == to.type();
      case Condition.Test(var function, var arguments) ->
          function == Function.BEGINS_WITH
              && arguments.size() == 2
              && isPair(sort, arguments.get(0), arguments.get(1))
              && sort.type() != brume.dynamodb.item.ValueType.N;
      default -> false;
    };
  }

  /// The attributes of items that a statement shows: all, or the ends of its paths by their names.
  public static Item shown(List<Path> paths, Item item) {
    if (paths.isEmpty()) {
      return item;
    }
    Map<String, Value> shown = new LinkedHashMap<>();
    for (var path : paths) {
      var value = path.in(item);
      if (value != null) {
        shown.put(name(path), value);
      }
    }
    return new Item(shown);
  }

  private static String name(Path path) {
    for (var step : path.steps().reversed()) {
      if (step instanceof Path.Step.Name(var name)) {
        return name;
      }
    }
    return path.attribute();
  }
}
