package brume.dax.method;

import brume.dax.cache.Counts.Metric;
import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.cbor.CborWriter;
import brume.dax.expression.Projection;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ConsumedCapacity;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one item: from the item cache unless the read must be consistent. Whole items are read and
/// remembered, whatever part of them is asked for.
final class GetItem implements Method {
  private final Backing backing;

  GetItem(Backing backing) {
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
    request.authorize("GetItem");
    var form = backing.form(table);
    var key = form.key().read(keyBytes);
    var expression = options.bytes(Option.PROJECTION);
    var projection = expression == null ? null : Projection.read(expression);
    var itemKey = ItemKey.of(table, form.key().write(key));
    var cached = options.isConsistent() ? null : backing.items().get(itemKey, backing.now());
    if (cached != null) {
      backing.counts().add(Metric.ITEM_CACHE_HITS);
      write(request.out(), form, key, projection, cached, null);
      return;
    }
    backing.counts().add(Metric.ITEM_CACHE_MISSES);
    var reading = backing.items().read(itemKey);
    var found =
        backing
            .origin()
            .invoke(
                DynamoDbModel.GET_ITEM,
                GetItemInput.builder()
                    .tableName(table)
                    .key(key)
                    .consistentRead(options.isConsistent())
                    .returnConsumedCapacity(options.consumedCapacity())
                    .build());
    var item = found.item();
    var fresh = item == null ? Cached.NO_ITEM : new Cached(form.write(item));
    if (!options.isConsistent()) {
      reading.found(fresh, backing.now());
    }
    write(request.out(), form, key, projection, fresh, found.consumedCapacity());
  }

  private static void write(
      CborWriter out,
      ItemForm form,
      Map<String, AttributeValue> key,
      @Nullable Projection projection,
      Cached cached,
      @Nullable ConsumedCapacity capacity) {
    var item = cached.item();
    if (item == null && capacity == null) {
      out.nothing();
      return;
    }
    out.openMap();
    if (item != null) {
      out.integer(Field.ITEM);
      if (projection == null) {
        out.bytes(item);
      } else {
        projection.write(out, form.read(key, item));
      }
    }
    Consumption.writeField(out, capacity);
    out.end();
  }
}
