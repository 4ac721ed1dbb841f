package brume.dax.method;

import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.dax.cache.Counts.Metric;
import brume.dax.cache.ItemCache;
import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.cbor.CborWriter;
import brume.dax.expression.Projection;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchGetItemOutput;
import brume.model.dynamodb.KeysAndAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The keys of one table in a `BatchGetItem`, and what becomes known of them.
final class TableBatch {
  private final Backing backing;
  private final String table;
  private final boolean consistent;
  private final @Nullable Projection projection;
  private final ItemForm form;
  private final Map<ItemKey, Map<String, AttributeValue>> keys = new LinkedHashMap<>();
  private final Map<ItemKey, Cached> known = new LinkedHashMap<>();
  private final Map<ItemKey, ItemCache.Reading> missing = new LinkedHashMap<>();

  TableBatch(Backing backing, String table, boolean consistent, @Nullable Projection projection) {
    this.backing = backing;
    this.table = table;
    this.consistent = consistent;
    this.projection = projection;
    this.form = backing.form(table);
  }

  String table() {
    return table;
  }

  ItemForm form() {
    return form;
  }

  int size() {
    return keys.size();
  }

  void add(byte[] keyBytes) {
    var key = form.key().read(keyBytes);
    if (keys.put(ItemKey.of(table, form.key().write(key)), key) != null) {
      throw VALIDATION_EXCEPTION.because("Provided list of item keys contains duplicates");
    }
  }

  /// Asks the item cache.
  void lookUp() {
    long now = backing.now();
    for (var key : keys.keySet()) {
      var cached = consistent ? null : backing.items().get(key, now);
      backing.counts().add(cached == null ? Metric.ITEM_CACHE_MISSES : Metric.ITEM_CACHE_HITS);
      if (cached == null) {
        missing.put(key, backing.items().read(key));
      } else {
        known.put(key, cached);
      }
    }
  }

  Map<ItemKey, ItemCache.Reading> missing() {
    return missing;
  }

  KeysAndAttributes request() {
    return KeysAndAttributes.builder()
        .keys(missing.keySet().stream().map(key -> Objects.requireNonNull(keys.get(key))).toList())
        .consistentRead(consistent)
        .build();
  }

  /// Takes what DynamoDB found, and what it thereby did not find.
  void found(BatchGetItemOutput output) {
    var responses = output.responses();
    var items = responses == null ? null : responses.get(table);
    for (var item : items == null ? List.<Map<String, AttributeValue>>of() : items) {
      found(key(item), new Cached(form.write(item)));
    }
    var unprocessed = output.unprocessedKeys();
    var left = unprocessed == null ? null : unprocessed.get(table);
    if (left != null) {
      left.keys().forEach(key -> missing.remove(key(key)));
    }
    List.copyOf(missing.keySet()).forEach(key -> found(key, Cached.NO_ITEM));
  }

  private void found(ItemKey key, Cached cached) {
    var reading = missing.remove(key);
    if (reading != null) {
      known.put(key, cached);
      if (!consistent) {
        reading.found(cached, backing.now());
      }
    }
  }

  private ItemKey key(Map<String, AttributeValue> item) {
    return ItemKey.of(table, form.key().write(item));
  }

  /// The items that there are, with their keys unless only some attributes are asked for.
  void write(CborWriter out) {
    var items = known.entrySet().stream().filter(each -> each.getValue().item() != null).toList();
    out.array(projection == null ? 2 * items.size() : items.size());
    for (var each : items) {
      var item = Objects.requireNonNull(each.getValue().item());
      if (projection == null) {
        out.bytes(each.getKey().key().shared()).bytes(item);
      } else {
        projection.write(out, form.read(Objects.requireNonNull(keys.get(each.getKey())), item));
      }
    }
  }
}
