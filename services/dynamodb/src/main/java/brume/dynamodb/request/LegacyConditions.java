package brume.dynamodb.request;

import brume.dynamodb.expression.Comparator;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.expression.Path;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ExpectedAttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Expected`, `QueryFilter`, `ScanFilter` and `KeyConditions` as the conditions that they mean.
public final class LegacyConditions {
  private LegacyConditions() {}

  /// @param operator `AND` (also when null) or `OR`
  public static Condition expected(
      Map<String, ExpectedAttributeValue> expected, @Nullable String operator) {
    var parts = new ArrayList<Condition>();
    expected.forEach((attribute, value) -> parts.add(expected(attribute, value)));
    return joined(parts, operator);
  }

  public static Condition filter(
      Map<String, brume.model.dynamodb.Condition> filter, @Nullable String operator) {
    var parts = new ArrayList<Condition>();
    filter.forEach(
        (attribute, condition) ->
            parts.add(
                condition(
                    attribute,
                    condition.comparisonOperator(),
                    values(condition.attributeValueList()))));
    return joined(parts, operator);
  }

  public static Condition keyConditions(Map<String, brume.model.dynamodb.Condition> conditions) {
    if (conditions.isEmpty() || conditions.size() > 2) {
      throw Invalid.request("Conditions can be of length 1 or 2 only");
    }
    for (var condition : conditions.values()) {
      switch (condition.comparisonOperator()) {
        case "EQ", "LE", "LT", "GE", "GT", "BEGINS_WITH", "BETWEEN" -> {}
        default ->
            throw Invalid.request("Attempted conditional constraint is not an indexable operation");
      }
    }
    return filter(conditions, null);
  }

  private static Condition joined(List<Condition> parts, @Nullable String operator) {
    if (operator != null && parts.size() < 2) {
      throw Invalid.parameter(
          "ConditionalOperator can only be used when Filter or Expected has two or more elements");
    }
    return "OR".equals(operator) ? new Condition.Or(parts) : new Condition.And(parts);
  }

  private static Condition expected(String attribute, ExpectedAttributeValue expected) {
    if (expected.value() != null && expected.attributeValueList() != null) {
      throw Invalid.parameter(
          "Value and AttributeValueList cannot be used together for Attribute: " + attribute);
    }
    var operator = expected.comparisonOperator();
    if (operator == null) {
      return existence(attribute, expected);
    }
    if (expected.exists() != null) {
      throw Invalid.parameter(
          "Exists and ComparisonOperator cannot be used together for Attribute: " + attribute);
    }
    if (expected.value() == null
        && expected.attributeValueList() == null
        && !operator.equals("NULL")
        && !operator.equals("NOT_NULL")) {
      throw Invalid.parameter(
          "Value or AttributeValueList must be used with ComparisonOperator: "
              + operator
              + " for Attribute: "
              + attribute);
    }
    var values =
        expected.value() == null
            ? values(expected.attributeValueList())
            : List.of(AttributeValues.value(expected.value()));
    return condition(attribute, operator, values);
  }

  /// The oldest form: a value to be equal to, or no value to be there.
  private static Condition existence(String attribute, ExpectedAttributeValue expected) {
    if (expected.attributeValueList() != null) {
      throw Invalid.parameter(
          "AttributeValueList can only be used with a ComparisonOperator for Attribute: "
              + attribute);
    }
    boolean exists = expected.exists() == null || expected.exists();
    if (exists && expected.value() == null) {
      throw Invalid.parameter(
          "Value must be provided when Exists is "
              + expected.exists()
              + " for Attribute: "
              + attribute);
    }
    if (!exists && expected.value() != null) {
      throw Invalid.parameter(
          "Value cannot be used when Exists is false for Attribute: " + attribute);
    }
    return expected.value() == null
        ? condition(attribute, "NULL", List.of())
        : condition(attribute, "EQ", List.of(AttributeValues.value(expected.value())));
  }

  private static List<Value> values(@Nullable List<AttributeValue> values) {
    return values == null ? List.of() : values.stream().map(AttributeValues::value).toList();
  }

  private static Condition condition(String attribute, String operator, List<Value> values) {
    checkValues(operator, values);
    Operand path = new Operand.Ref(Path.of(attribute));
    return switch (operator) {
      case "EQ" -> comparison(Comparator.EQUAL, path, values);
      case "NE" -> comparison(Comparator.NOT_EQUAL, path, values);
      case "LT" -> comparison(Comparator.LESS, path, values);
      case "LE" -> comparison(Comparator.AT_MOST, path, values);
      case "GT" -> comparison(Comparator.GREATER, path, values);
      case "GE" -> comparison(Comparator.AT_LEAST, path, values);
      case "NOT_NULL" -> new Condition.Test(Function.ATTRIBUTE_EXISTS, List.of(path));
      case "NULL" -> new Condition.Test(Function.ATTRIBUTE_NOT_EXISTS, List.of(path));
      case "CONTAINS" -> test(Function.CONTAINS, path, values);
      case "NOT_CONTAINS" -> new Condition.Not(test(Function.CONTAINS, path, values));
      case "BEGINS_WITH" -> test(Function.BEGINS_WITH, path, values);
      case "IN" ->
          new Condition.In(path, values.stream().<Operand>map(Operand.Literal::new).toList());
      default -> // BETWEEN, since the model knows no other
          new Condition.Between(
              path, new Operand.Literal(values.get(0)), new Operand.Literal(values.get(1)));
    };
  }

  private static Condition comparison(Comparator comparator, Operand path, List<Value> values) {
    return new Condition.Comparison(comparator, path, new Operand.Literal(values.getFirst()));
  }

  private static Condition test(Function function, Operand path, List<Value> values) {
    return new Condition.Test(function, List.of(path, new Operand.Literal(values.getFirst())));
  }

  private static void checkValues(String operator, List<Value> values) {
    boolean fits =
        switch (operator) {
          case "NULL", "NOT_NULL" -> values.isEmpty();
          case "IN" -> !values.isEmpty();
          case "BETWEEN" -> values.size() == 2;
          default -> values.size() == 1;
        };
    if (!fits) {
      throw Invalid.parameter(
          "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
    }
    for (var value : values) {
      if (value.type() != values.getFirst().type()) {
        throw Invalid.parameter("AttributeValues inside AttributeValueList must be of same type");
      }
      if (!allows(operator, value.type())) {
        throw Invalid.parameter(
            "ComparisonOperator "
                + operator
                + " is not valid for "
                + value.type()
                + " AttributeValue type");
      }
    }
    if (operator.equals("BETWEEN") && Comparator.GREATER.holds(values.get(0), values.get(1))) {
      throw Invalid.request(
          "The BETWEEN condition was provided a range where the lower bound is greater than the"
              + " upper bound");
    }
  }

  private static boolean allows(String operator, ValueType type) {
    return switch (operator) {
      case "EQ", "NE" -> true;
      case "BEGINS_WITH" -> type == ValueType.S || type == ValueType.B;
      default -> type.isOrdered();
    };
  }
}
