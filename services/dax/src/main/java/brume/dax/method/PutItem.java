package brume.dax.method;

import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PutItemInput;

/// Puts an item into its table, and then into the item cache.
final class PutItem implements Method {
  private final Backing backing;

  PutItem(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 4;
  }

  @Override
  public void answer(Request request) {
    var table = request.readTable();
    var keyBytes = request.in().readBytes();
    var values = request.in().readBytes();
    var options = Option.Given.read(request.in());
    request.authorize("PutItem");
    var form = backing.form(table);
    var key = form.key().read(keyBytes);
    var item = form.read(key, values);
    var condition = options.bytes(Option.CONDITION);
    var placeholders = new Placeholders();
    var input =
        PutItemInput.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(
                condition == null ? null : Expressions.condition(condition, ":c", placeholders))
            .expressionAttributeNames(placeholders.names())
            .expressionAttributeValues(placeholders.values())
            .returnValues(options.returnValues())
            .returnConsumedCapacity(options.consumedCapacity())
            .returnItemCollectionMetrics(options.collectionMetrics())
            .build();
    try (var writing = backing.items().write(ItemKey.of(table, form.key().write(key)))) {
      var put = backing.origin().invoke(DynamoDbModel.PUT_ITEM, input);
      writing.wrote(new Cached(form.write(item)), backing.now());
      new WriteReply(
              options.returnValues(),
              put.attributes(),
              put.consumedCapacity(),
              put.itemCollectionMetrics())
          .write(request.out(), form);
    }
  }
}
