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
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DeleteItemOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an item, if there is one of the key.
public final class DeleteItem implements Operation<DeleteItemInput, DeleteItemOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public DeleteItem(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, DeleteItemInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public DeleteItemOutput run(Call call, DeleteItemInput input) {
    var placeholders =
        new Parameters()
            .expression("ConditionExpression", input.conditionExpression())
            .legacy("Expected", input.expected())
            .legacy("ConditionalOperator", input.conditionalOperator())
            .names(input.expressionAttributeNames())
            .values(input.expressionAttributeValues())
            .check();
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
    var key = table.schema().ofKey(AttributeValues.item(input.key()));
    var change =
        items.change(
            table,
            key,
            Cause.request(call.now()),
            before -> {
              guard.check(before);
              return null;
            });
    return DeleteItemOutput.builder()
        .attributes(returned.whole(change.before(), change.after()))
        .consumedCapacity(change.capacity(table).reply(input.returnConsumedCapacity()))
        .itemCollectionMetrics(
            ItemCollection.reply(
                input.returnItemCollectionMetrics(), table, key, change.collectionBytes()))
        .build();
  }
}
