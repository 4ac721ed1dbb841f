package brume.dynamodb.expression;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import brume.dynamodb.table.KeyAttribute;
import brume.dynamodb.table.KeyCondition;
import brume.dynamodb.table.KeySchema;
import brume.dynamodb.table.SortCondition;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a bound condition as a key condition: one equality for the partition key and, at most, one
/// range of the sort key.
final class KeyConditionReader {
  /// What is asked of each attribute, as if it were a sort key.
  private final Map<String, SortCondition> conditions = new LinkedHashMap<>();

  private KeyConditionReader() {}

  static KeyCondition read(Condition condition, KeySchema schema) {
    var reader = new KeyConditionReader();
    reader.collect(condition);
    return reader.match(schema);
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.And(var parts) -> parts.forEach(this::collect);
      case Condition.Or _ -> throw invalidOperator("OR");
      case Condition.Not _ -> throw invalidOperator("NOT");
      case Condition.In _ -> throw invalidOperator("IN");
      case Condition.Comparison comparison -> collect(comparison);
      case Condition.Between(var operand, var low, var high) -> {
        if (!(operand instanceof Operand.Ref)) {
          throw mustComeFirst("BETWEEN");
        }
        var attribute = attribute(operand, low, high);
        add(attribute, new SortCondition.Between(literal(low), literal(high)));
      }
      case Condition.Test(var function, var arguments) -> {
        if (function != Function.BEGINS_WITH) {
          throw invalidOperator(function.spelling());
        }
        if (!(arguments.getFirst() instanceof Operand.Ref)) {
          throw mustComeFirst(function.spelling());
        }
        var attribute = attribute(arguments.get(0), arguments.get(1));
        add(attribute, new SortCondition.BeginsWith(literal(arguments.get(1))));
      }
    }
  }

  private void collect(Condition.Comparison comparison) {
    if (comparison.comparator() == Comparator.NOT_EQUAL) {
      throw invalidOperator("<>");
    }
    var attribute = attribute(comparison.left(), comparison.right());
    boolean isTurned = comparison.right() instanceof Operand.Ref;
    var value = literal(isTurned ? comparison.left() : comparison.right());
    var comparator = isTurned ? comparison.comparator().mirrored() : comparison.comparator();
    add(
        attribute,
        switch (comparator) {
          case EQUAL -> new SortCondition.Equal(value);
          case LESS -> new SortCondition.Below(value, false);
          case AT_MOST -> new SortCondition.Below(value, true);
          case GREATER -> new SortCondition.Above(value, false);
          case AT_LEAST -> new SortCondition.Above(value, true);
          case NOT_EQUAL -> throw invalidOperator("<>");
        });
  }

  /// The one attribute among the operands.
  private static String attribute(Operand... operands) {
    var attributes = new ArrayList<String>();
    for (var operand : operands) {
      switch (operand) {
        case Operand.Ref(var path) -> {
          if (!attributes.isEmpty()) {
            throw invalidCondition("Multiple attribute names used in one condition");
          }
          if (path.isNested()) {
            throw Invalid.request(
                "KeyConditionExpressions cannot have conditions on nested attributes");
          }
          attributes.add(path.attribute());
        }
        case Operand.Literal _ -> {}
        default ->
            throw Invalid.request("KeyConditionExpressions cannot contain nested operations");
      }
    }
    if (attributes.isEmpty()) {
      throw invalidCondition("No key attribute specified");
    }
    return attributes.getFirst();
  }

  private static Value literal(Operand operand) {
    return ((Operand.Literal) operand).value();
  }

  private void add(String attribute, SortCondition condition) {
    if (conditions.putIfAbsent(attribute, condition) != null) {
      throw Invalid.request("KeyConditionExpressions must only contain one condition per key");
    }
  }

  private KeyCondition match(KeySchema schema) {
    if (conditions.size() > 2) {
      throw Invalid.request("Conditions can be of length 1 or 2 only");
    }
    var partition = conditions.remove(schema.partition().name());
    if (partition == null) {
      throw missed(schema.partition());
    }
    var sort = schema.sort() == null ? null : conditions.remove(schema.sort().name());
    if (!conditions.isEmpty()) {
      throw schema.sort() == null || sort != null
          ? Invalid.request("Query key condition not supported")
          : missed(schema.sort());
    }
    if (!(partition instanceof SortCondition.Equal(var value))) {
      throw Invalid.request("Query key condition not supported");
    }
    checkValues(schema.partition(), partition);
    checkValues(schema.sort(), sort);
    return new KeyCondition(value, sort);
  }

  private static void checkValues(
      @Nullable KeyAttribute attribute, @Nullable SortCondition condition) {
    if (attribute == null || condition == null) {
      return;
    }
    for (var value : values(condition)) {
      if (value.type() != attribute.type()) {
        throw Invalid.parameter("Condition parameter type does not match schema type");
      }
      if (value.equals(new Value.S("")) || value.equals(new Value.B(brume.base.Bytes.EMPTY))) {
        throw Invalid.request(
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty "
                + (value instanceof Value.S ? "string" : "binary")
                + " value. Key: "
                + attribute.name());
      }
    }
  }

  private static List<Value> values(SortCondition condition) {
    return switch (condition) {
      case SortCondition.Equal(var value) -> List.of(value);
      case SortCondition.Below(var value, _) -> List.of(value);
      case SortCondition.Above(var value, _) -> List.of(value);
      case SortCondition.BeginsWith(var value) -> List.of(value);
      case SortCondition.Between(var low, var high) -> List.of(low, high);
    };
  }

  private static ServiceException missed(KeyAttribute attribute) {
    return Invalid.request("Query condition missed key schema element: " + attribute.name());
  }

  private static ServiceException invalidOperator(String operator) {
    return Invalid.request("Invalid operator used in KeyConditionExpression: " + operator);
  }

  private static ServiceException invalidCondition(String text) {
    return Invalid.request("Invalid condition in KeyConditionExpression: " + text);
  }

  private static ServiceException mustComeFirst(String operator) {
    return invalidCondition(
        operator + " operator must have the key attribute as its first operand");
  }
}
