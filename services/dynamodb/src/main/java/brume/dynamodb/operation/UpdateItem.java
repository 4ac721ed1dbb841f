package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.expression.Update;
import brume.dynamodb.expression.Updater;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Guard;
import brume.dynamodb.request.ItemCollection;
import brume.dynamodb.request.LegacyUpdates;
import brume.dynamodb.request.Parameters;
import brume.dynamodb.request.ReturnValues;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.UpdateItemInput;
import brume.model.dynamodb.UpdateItemOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Changes attributes of an item, which comes into being when there is none of the key.
public final class UpdateItem implements Operation<UpdateItemInput, UpdateItemOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public UpdateItem(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, UpdateItemInput input) {
    return TableAccess.to(call, name(), input.tableName());
  }

  @Override
  public UpdateItemOutput run(Call call, UpdateItemInput input) {
    var placeholders = parameters(input);
    var key = AttributeValues.item(input.key());
    var returned = ReturnValues.of(input.returnValues());
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
    var table = tables.get(call.scope(), input.tableName());
    var at = table.schema().ofKey(key);
    checkPaths(update, table);
    var change =
        items.change(
            table,
            at,
            Cause.request(call.now()),
            before -> {
              guard.check(before);
              return updated(table, update, before == null ? key : before);
            });
    return UpdateItemOutput.builder()
        .attributes(returned.updated(update, change.before(), change.after()))
        .consumedCapacity(change.capacity(table).reply(input.returnConsumedCapacity()))
        .itemCollectionMetrics(
            ItemCollection.reply(
                input.returnItemCollectionMetrics(), table, at, change.collectionBytes()))
        .build();
  }

  private static Placeholders parameters(UpdateItemInput input) {
    return new Parameters()
        .expression("UpdateExpression", input.updateExpression())
        .expression("ConditionExpression", input.conditionExpression())
        .legacy("AttributeUpdates", input.attributeUpdates())
        .legacy("Expected", input.expected())
        .legacy("ConditionalOperator", input.conditionalOperator())
        .names(input.expressionAttributeNames())
        .values(input.expressionAttributeValues())
        .check();
  }

  private Update update(UpdateItemInput input, Placeholders placeholders) {
    if (input.updateExpression() != null) {
      return expressions.update(input.updateExpression(), placeholders);
    }
    return input.attributeUpdates() == null
        ? new Update(List.of())
        : LegacyUpdates.of(input.attributeUpdates());
  }

  private static void checkPaths(Update update, Table table) {
    for (var path : update.paths()) {
      if (table.schema().has(path.attribute())) {
        throw Invalid.parameter(
            "Cannot update attribute " + path.attribute() + ". This attribute is part of the key");
      }
    }
  }

  private static Item updated(Table table, Update update, Item before) {
    var after = Updater.apply(update, before);
    ItemRules.checkUpdated(table, after);
    return after;
  }
}
