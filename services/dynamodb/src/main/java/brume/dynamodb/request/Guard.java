package brume.dynamodb.request;

import static brume.model.dynamodb.DynamoDbError.CONDITIONAL_CHECK_FAILED_EXCEPTION;

import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Evaluator;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.model.dynamodb.ConditionalCheckFailedException;
import brume.model.dynamodb.ExpectedAttributeValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The condition of a write, and what its failure tells.
///
/// @param condition null: always satisfied
/// @param showsItem whether the error carries the item that failed
public record Guard(@Nullable Condition condition, boolean showsItem) {

  /// Of a `ConditionExpression`, or of `Expected` with its `ConditionalOperator`.
  public static Guard of(
      Expressions expressions,
      Placeholders placeholders,
      @Nullable String expression,
      @Nullable Map<String, ExpectedAttributeValue> expected,
      @Nullable String operator,
      @Nullable String onFailure) {
    boolean showsItem = "ALL_OLD".equals(onFailure);
    if (expression != null) {
      return new Guard(expressions.condition(expression, placeholders), showsItem);
    }
    if (expected != null && !expected.isEmpty()) {
      return new Guard(LegacyConditions.expected(expected, operator), showsItem);
    }
    if (operator != null) {
      throw Invalid.parameter("ConditionalOperator cannot be used without Filter or Expected");
    }
    return new Guard(null, showsItem);
  }

  /// The attributes that the condition reads.
  public Set<String> attributes() {
    return condition == null ? Set.of() : Attributes.of(condition);
  }

  /// Throws the error of a conditional write when `before` does not satisfy the condition.
  public void check(@Nullable Item before) {
    if (condition != null && !Evaluator.holds(condition, before == null ? Item.EMPTY : before)) {
      throw CONDITIONAL_CHECK_FAILED_EXCEPTION.because(
          "The conditional request failed",
          ConditionalCheckFailedException.builder()
              .item(showsItem ? AttributeValues.ofNullable(before) : null)
              .build());
    }
  }
}
