package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.Projections;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.throughput.Throughput;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchGetItemInput;
import brume.model.dynamodb.BatchGetItemOutput;
import brume.model.dynamodb.KeysAndAttributes;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads up to 100 items of any tables, 16 MB at most; what does not fit is left for a next
/// request.
public final class BatchGetItem implements Operation<BatchGetItemInput, BatchGetItemOutput> {
  private static final int MAX_KEYS = 100;
  private static final int MAX_BYTES = 16 << 20;

  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public BatchGetItem(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, BatchGetItemInput input) {
    return TableAccess.all(
        input.requestItems().entrySet().stream()
            .map(each -> access(call, each.getKey(), each.getValue())));
  }

  private Access access(Call call, String table, KeysAndAttributes request) {
    var access = TableAccess.toItems(tables, call, name(), table, request.keys().stream());
    return TableAccess.narrowed(
        call, access, () -> TableAccess.reading(access, projection(request), names(request), null));
  }

  private static Set<String> names(KeysAndAttributes request) {
    return request.keys().stream()
        .flatMap(key -> key.keySet().stream())
        .collect(Collectors.toSet());
  }

  private @Nullable Projection projection(KeysAndAttributes request) {
    return Projections.of(
        expressions,
        request.projectionExpression(),
        request.attributesToGet(),
        request.expressionAttributeNames());
  }

  @Override
  public BatchGetItemOutput run(Call call, BatchGetItemInput input) {
    var requests = input.requestItems();
    if (requests.values().stream().mapToInt(each -> each.keys().size()).sum() > MAX_KEYS) {
      throw Invalid.request("Too many items requested for the BatchGetItem call");
    }
    var batch = new Batch(call);
    requests.forEach(batch::read);
    var capacity = batch.capacity.stream();
    return BatchGetItemOutput.builder()
        .responses(batch.found)
        .unprocessedKeys(batch.left)
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity())
                ? capacity
                    .map(each -> each.counted("INDEXES".equals(input.returnConsumedCapacity())))
                    .toList()
                : null)
        .build();
  }

  /// The reading of one request.
  private final class Batch {
    private final Call call;
    private final Map<String, List<Map<String, AttributeValue>>> found = new LinkedHashMap<>();
    private final Map<String, KeysAndAttributes> left = new LinkedHashMap<>();
    private final List<Capacity> capacity = new ArrayList<>();
    private long bytes;
    private boolean isFull;
    private boolean isAnyRead;

    Batch(Call call) {
      this.call = call;
    }

    void read(String name, KeysAndAttributes request) {
      var projection = projection(request);
      var table = tables.get(call.scope(), name);
      var consistent = Boolean.TRUE.equals(request.consistentRead());
      var units = new Capacity(table.name());
      var items = new ArrayList<Map<String, AttributeValue>>();
      var unread = new ArrayList<Map<String, AttributeValue>>();
      var seen = new HashSet<PrimaryKey>();
      var terms = ReadTerms.of(call.now(), request.consistentRead());
      boolean isThrottled = false;
      for (var each : request.keys()) {
        var key = table.schema().ofKey(AttributeValues.item(each));
        if (!seen.add(key)) {
          throw Invalid.request("Provided list of item keys contains duplicates");
        }
        if (isFull || isThrottled) {
          unread.add(each);
          continue;
        }
        Item item;
        try {
          item = BatchGetItem.this.items.get(table, key, terms);
        } catch (ServiceException e) {
          refuseUnless(isAnyRead, e);
          isThrottled = true;
          unread.add(each);
          continue;
        }
        isAnyRead = true;
        units.add(Projections.units(item, consistent));
        if (item != null) {
          bytes += ItemSize.of(item);
          isFull = bytes > MAX_BYTES;
          if (isFull) {
            unread.add(each);
            continue;
          }
          items.add(AttributeValues.of(projection == null ? item : projection.of(item)));
        }
      }
      found.put(name, items);
      capacity.add(units);
      if (!unread.isEmpty()) {
        left.put(name, request.toBuilder().keys(unread).build());
      }
    }
  }

  /// What is throttled when something was read is left for a next request.
  private static void refuseUnless(boolean isAnyRead, ServiceException why) {
    if (!isAnyRead || !Throughput.isExceeded(why)) {
      throw why;
    }
  }
}
