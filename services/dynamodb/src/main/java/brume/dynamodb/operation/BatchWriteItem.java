package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Change;
import brume.dynamodb.data.Items;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.ItemCollection;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.dynamodb.throughput.Throughput;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.BatchWriteItemOutput;
import brume.model.dynamodb.ItemCollectionMetrics;
import brume.model.dynamodb.WriteRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts and deletes up to 25 items of any tables. A batch is written in parts of a few MB; what is
/// throttled after the first is left unprocessed.
public final class BatchWriteItem implements Operation<BatchWriteItemInput, BatchWriteItemOutput> {
  private static final int MAX_WRITES = 25;

  /// Bytes of one transaction, which may have 5 MB: what one more item makes of it still fits.
  private static final int PART_BYTES = 3 << 20;

  private final Tables tables;
  private final Items items;

  public BatchWriteItem(Tables tables, Items items) {
    this.tables = tables;
    this.items = items;
  }

  @Override
  public Access access(Call call, BatchWriteItemInput input) {
    return TableAccess.all(
        input.requestItems().entrySet().stream()
            .map(each -> access(call, each.getKey(), each.getValue())));
  }

  private Access access(Call call, String table, List<WriteRequest> requests) {
    var items = requests.stream().flatMap(BatchWriteItem::keys).toList();
    var attributes = new HashSet<String>();
    items.forEach(item -> attributes.addAll(item.keySet()));
    var access = TableAccess.toItems(tables, call, name(), table, items.stream());
    return TableAccess.writing(access, attributes, null);
  }

  private static Stream<Map<String, AttributeValue>> keys(WriteRequest request) {
    var put = request.putRequest();
    var delete = request.deleteRequest();
    return Stream.concat(
        put == null ? Stream.of() : Stream.of(put.item()),
        delete == null ? Stream.of() : Stream.of(delete.key()));
  }

  /// @param table as the request names it
  private record Asked(String table, WriteRequest request, Items.Write write) {}

  @Override
  public BatchWriteItemOutput run(Call call, BatchWriteItemInput input) {
    var asked = new ArrayList<Asked>();
    input
        .requestItems()
        .forEach(
            (name, requests) -> {
              var table = tables.get(call.scope(), name);
              for (var request : requests) {
                asked.add(new Asked(name, request, write(table, request)));
              }
            });
    check(asked);
    var batch = new Batch(call, input);
    parts(asked).forEach(batch::write);
    return BatchWriteItemOutput.builder()
        .unprocessedItems(batch.left)
        .itemCollectionMetrics(batch.collections.isEmpty() ? null : batch.collections)
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity())
                ? batch.capacity.values().stream()
                    .map(each -> each.counted("INDEXES".equals(input.returnConsumedCapacity())))
                    .toList()
                : null)
        .build();
  }

  /// The writing of one request.
  private final class Batch {
    private final Call call;
    private final BatchWriteItemInput input;
    private final Map<String, Capacity> capacity = new LinkedHashMap<>();
    private final Map<String, List<ItemCollectionMetrics>> collections = new LinkedHashMap<>();
    private final Map<String, List<WriteRequest>> left = new LinkedHashMap<>();
    private boolean isAnyWritten;

    Batch(Call call, BatchWriteItemInput input) {
      this.call = call;
      this.input = input;
    }

    /// What is throttled when something was written is left for a next request.
    void write(List<Asked> part) {
      try {
        var writes = part.stream().map(Asked::write).toList();
        var changes = items.changeAll(writes, Cause.request(call.now()));
        isAnyWritten = true;
        for (int i = 0; i < writes.size(); i++) {
          count(writes.get(i), changes.get(i));
        }
      } catch (ServiceException e) {
        if (!isAnyWritten || !Throughput.isExceeded(e)) {
          throw e;
        }
        for (var each : part) {
          left.computeIfAbsent(each.table, _ -> new ArrayList<>()).add(each.request);
        }
      }
    }

    private void count(Items.Write write, Change change) {
      var table = write.table();
      capacity
          .computeIfAbsent(table.name(), Capacity::new)
          .add(change.units())
          .add(change.indexUnits());
      var collection =
          ItemCollection.reply(
              input.returnItemCollectionMetrics(), table, write.key(), change.collectionBytes());
      if (collection != null) {
        collections.computeIfAbsent(table.name(), _ -> new ArrayList<>()).add(collection);
      }
    }
  }

  private static Items.Write write(Table table, WriteRequest request) {
    var put = request.putRequest();
    var delete = request.deleteRequest();
    if (put != null && delete == null) {
      var item = AttributeValues.item(put.item());
      return new Items.Write(table, ItemRules.checkPut(table, item), _ -> item);
    }
    if (delete != null && put == null) {
      var key = table.schema().ofKey(AttributeValues.item(delete.key()));
      return new Items.Write(table, key, _ -> null);
    }
    throw Invalid.request(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
  }

  /// The writes in transactions of about [#PART_BYTES], as if every item were as large as can be.
  private static List<List<Asked>> parts(List<Asked> writes) {
    var parts = new ArrayList<List<Asked>>();
    long bytes = PART_BYTES;
    for (var write : writes) {
      var table = write.write.table();
      // The item, its entry in each index, and two images in a stream.
      int copies = 1 + table.indexes().size() + (table.definition().stream() == null ? 0 : 2);
      long most = (long) copies * ItemSize.MAX_BYTES;
      if (bytes + most > PART_BYTES) {
        parts.add(new ArrayList<>());
        bytes = 0;
      }
      parts.getLast().add(write);
      bytes += most;
    }
    return parts;
  }

  private static void check(List<Asked> writes) {
    if (writes.size() > MAX_WRITES) {
      throw Invalid.request("Too many items requested for the BatchWriteItem call");
    }
    record Place(String table, PrimaryKey key) {}
    var seen = new HashSet<Place>();
    for (var write : writes) {
      if (!seen.add(new Place(write.write.table().name(), write.write.key()))) {
        throw Invalid.request("Provided list of item keys contains duplicates");
      }
    }
  }
}
