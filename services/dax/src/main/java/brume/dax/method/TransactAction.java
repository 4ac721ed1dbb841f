package brume.dax.method;

import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.cbor.MalformedException;
import brume.dax.expression.Expressions;
import brume.dax.expression.Placeholders;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ConditionCheck;
import brume.model.dynamodb.Delete;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.Update;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One action of a transaction.
///
/// @param permission the action that the caller must be allowed
/// @param item as DynamoDB is told it
/// @param put the whole new item of a put
record TransactAction(
    String permission,
    String table,
    ItemForm form,
    Map<String, AttributeValue> key,
    TransactWriteItem item,
    @Nullable Map<String, AttributeValue> put) {
  private static final int PUT = 2;
  private static final int DELETE = 7;
  private static final int UPDATE = 9;
  private static final int CHECK = 12;

  private static final int RETURNS_OLD = 2;

  static TransactAction of(
      int kind,
      String table,
      ItemForm form,
      Map<String, AttributeValue> key,
      byte @Nullable [] values,
      int returned,
      byte @Nullable [] conditionBytes,
      byte @Nullable [] updateBytes) {
    var placeholders = new Placeholders();
    var condition =
        conditionBytes == null ? null : Expressions.condition(conditionBytes, ":c", placeholders);
    var update = updateBytes == null ? null : Expressions.update(updateBytes, ":u", placeholders);
    var onFailure = returned == RETURNS_OLD ? "ALL_OLD" : "NONE";
    var names = placeholders.names();
    var bound = placeholders.values();
    var item = TransactWriteItem.builder();
    Map<String, AttributeValue> put = null;
    var permission =
        switch (kind) {
          case PUT -> {
            put = form.read(key, Columns.present(values));
            item.put(new Put(condition, names, bound, put, onFailure, table));
            yield "PutItem";
          }
          case DELETE -> {
            item.delete(new Delete(condition, names, bound, key, onFailure, table));
            yield "DeleteItem";
          }
          case UPDATE -> {
            if (update == null) {
              throw new MalformedException("An update without its expression");
            }
            item.update(new Update(condition, names, bound, key, onFailure, table, update));
            yield "UpdateItem";
          }
          case CHECK -> {
            if (condition == null) {
              throw new MalformedException("A check without its condition");
            }
            item.conditionCheck(new ConditionCheck(condition, names, bound, key, onFailure, table));
            yield "ConditionCheckItem";
          }
          default -> throw new MalformedException("No action of transactions: " + kind);
        };
    return new TransactAction(permission, table, form, key, item.build(), put);
  }

  /// Says what the item cache will know when the transaction succeeds.
  void begin(Writings writings) {
    var itemKey = ItemKey.of(table, form.key().write(key));
    if (put != null) {
      writings.begin(itemKey, new Cached(form.write(put)));
    } else if (item.delete() != null) {
      writings.begin(itemKey, Cached.NO_ITEM);
    } else if (item.update() != null) {
      writings.begin(itemKey);
    }
  }
}
