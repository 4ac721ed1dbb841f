package brume.dax.method;

import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;

/// Deletes an item; the item cache remembers that it is gone.
final class DeleteItem implements Method {
  private final Backing backing;

  DeleteItem(Backing backing) {
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
    request.authorize("DeleteItem");
    var form = backing.form(table);
    var key = form.key().read(keyBytes);
    var condition = options.bytes(Option.CONDITION);
    var placeholders = new Placeholders();
    var input =
        DeleteItemInput.builder()
            .tableName(table)
            .key(key)
            .conditionExpression(
                condition == null ? null : Expressions.condition(condition, ":c", placeholders))
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .returnValues(options.returnValues())
            .returnConsumedCapacity(options.consumedCapacity())
            .returnItemCollectionMetrics(options.collectionMetrics())
            .build();
    try (var writing = backing.items().write(ItemKey.of(table, form.key().write(key)))) {
      var deleted = backing.origin().invoke(DynamoDbModel.DELETE_ITEM, input);
      writing.wrote(Cached.NO_ITEM, backing.now());
      new WriteReply(
              options.returnValues(),
              deleted.attributes(),
              deleted.consumedCapacity(),
              deleted.itemCollectionMetrics())
          .write(request.out(), form);
    }
  }
}
