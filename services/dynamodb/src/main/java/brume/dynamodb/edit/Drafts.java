package brume.dynamodb.edit;

import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.expression.Update;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Guard;
import brume.dynamodb.request.LegacyUpdates;
import brume.dynamodb.request.Parameters;
import brume.model.dynamodb.ConditionCheck;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.UpdateItemInput;
import java.util.List;

/// Reads writes from requests.
public final class Drafts {
  private final Expressions expressions;

  public Drafts(Expressions expressions) {
    this.expressions = expressions;
  }

  public Draft.Put of(PutItemInput input) {
    var placeholders =
        new Parameters()
            .expression("ConditionExpression", input.conditionExpression())
            .legacy("Expected", input.expected())
            .legacy("ConditionalOperator", input.conditionalOperator())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    var item = AttributeValues.item(input.item());
    var guard =
        Guard.of(
            expressions,
            placeholders,
            input.conditionExpression(),
            input.expected(),
            input.conditionalOperator(),
            input.returnValuesOnConditionCheckFailure());
    placeholders.checkAllUsed();
    return new Draft.Put(input.tableName(), item, guard);
  }

  public Draft.Change of(UpdateItemInput input) {
    var placeholders =
        new Parameters()
            .expression("UpdateExpression", input.updateExpression())
            .expression("ConditionExpression", input.conditionExpression())
            .legacy("AttributeUpdates", input.attributeUpdates())
            .legacy("Expected", input.expected())
            .legacy("ConditionalOperator", input.conditionalOperator())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    var key = AttributeValues.item(input.key());
    var update = update(input, placeholders);
    var guard =
        Guard.of(
            expressions,
            placeholders,
            input.conditionExpression(),
            input.expected(),
            input.conditionalOperator(),
            input.returnValuesOnConditionCheckFailure());
    placeholders.checkAllUsed();
    return new Draft.Change(input.tableName(), key, update, guard);
  }

  private Update update(UpdateItemInput input, Placeholders placeholders) {
    if (input.updateExpression() != null) {
      return expressions.update(input.updateExpression(), placeholders);
    }
    return input.attributeUpdates() == null
        ? new Update(List.of())
        : LegacyUpdates.of(input.attributeUpdates());
  }

  public Draft.Delete of(DeleteItemInput input) {
    var placeholders =
        new Parameters()
            .expression("ConditionExpression", input.conditionExpression())
            .legacy("Expected", input.expected())
            .legacy("ConditionalOperator", input.conditionalOperator())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    var guard =
        Guard.of(
            expressions,
            placeholders,
            input.conditionExpression(),
            input.expected(),
            input.conditionalOperator(),
            input.returnValuesOnConditionCheckFailure());
    placeholders.checkAllUsed();
    return new Draft.Delete(input.tableName(), AttributeValues.item(input.key()), guard);
  }

  public Draft.Check of(ConditionCheck input) {
    var placeholders =
        new Parameters()
            .expression("ConditionExpression", input.conditionExpression())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    boolean showsItem = "ALL_OLD".equals(input.returnValuesOnConditionCheckFailure());
    var guard =
        new Guard(expressions.condition(input.conditionExpression(), placeholders), showsItem);
    placeholders.checkAllUsed();
    return new Draft.Check(input.tableName(), AttributeValues.item(input.key()), guard);
  }
}
