package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Guard;
import brume.dynamodb.request.ItemCollection;
import brume.dynamodb.request.Parameters;
import brume.dynamodb.request.ReturnValues;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.ItemRules;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.PutItemOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an item in place of whatever has its key.
public final class PutItem implements Operation<PutItemInput, PutItemOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public PutItem(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, PutItemInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public PutItemOutput run(Call call, PutItemInput input) {
    var placeholders =
        new Parameters()
            .expression("ConditionExpression", input.conditionExpression())
            .legacy("Expected", input.expected())
            .legacy("ConditionalOperator", input.conditionalOperator())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
    var item = AttributeValues.item(input.item());
    var returned = ReturnValues.ofReplacement(input.returnValues());
    var guard =
        Guard.of(
            expressions,
            placeholders,
            input.conditionExpression(),
            input.expected(),
            input.conditionalOperator(),
            input.returnValuesOnConditionCheckFailure());
    placeholders.checkAllUsed();
    var table = tables.get(call.scope(), input.tableName());
    var key = ItemRules.checkPut(table, item);
    var change =
        items.change(
            table,
            key,
            Cause.request(call.now()),
            before -> {
              guard.check(before);
              return item;
            });
    return PutItemOutput.builder()
        .attributes(returned.whole(change.before(), change.after()))
        .consumedCapacity(change.capacity(table).reply(input.returnConsumedCapacity()))
        .itemCollectionMetrics(
            ItemCollection.reply(
                input.returnItemCollectionMetrics(), table, key, change.collectionBytes()))
        .build();
  }
}
