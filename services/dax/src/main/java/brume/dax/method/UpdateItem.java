package brume.dax.method;

import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.UpdateItemInput;

/// Updates an item. The item cache is told the new item unless the client wants to see something
/// else of it, since DynamoDB shows one thing only; then it forgets the item.
final class UpdateItem implements Method {
  private static final String ALL_NEW = "ALL_NEW";

  private final Backing backing;

  UpdateItem(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 3;
  }

  @Override
  public void answer(Request request) {
    var table = request.readTable();
    var keyBytes = request.in().readBytes();
    var options = Option.Given.read(request.in());
    request.authorize("UpdateItem");
    var form = backing.form(table);
    var key = form.key().read(keyBytes);
    var condition = options.bytes(Option.CONDITION);
    var update = options.bytes(Option.UPDATE);
    var returned = options.returnValues();
    boolean showsNew = returned.equals("NONE") || returned.equals(ALL_NEW);
    var placeholders = new Placeholders();
    var input =
        UpdateItemInput.builder()
            .tableName(table)
            .key(key)
            .conditionExpression(
                condition == null ? null : Expressions.condition(condition, ":c", placeholders))
            .updateExpression(
                update == null ? null : Expressions.update(update, ":u", placeholders))
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .returnValues(showsNew ? ALL_NEW : returned)
            .returnConsumedCapacity(options.consumedCapacity())
            .returnItemCollectionMetrics(options.collectionMetrics())
            .build();
    try (var writing = backing.items().write(ItemKey.of(table, form.key().write(key)))) {
      var updated = backing.origin().invoke(DynamoDbModel.UPDATE_ITEM, input);
      if (showsNew && updated.attributes() != null) {
        writing.wrote(new Cached(form.write(updated.attributes())), backing.now());
      }
      new WriteReply(
              returned,
              updated.attributes(),
              updated.consumedCapacity(),
              updated.itemCollectionMetrics())
          .write(request.out(), form);
    }
  }
}
