package brume.dax.method;

import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.BatchWriteItemOutput;
import brume.model.dynamodb.DeleteRequest;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.WriteRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Puts and deletes items of several tables, and then tells the item cache of those that were
/// processed.
final class BatchWriteItem implements Method {
  private final Backing backing;

  BatchWriteItem(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public void answer(Request request) {
    var in = request.in();
    request.authorize("BatchWriteItem");
    var requests = new LinkedHashMap<String, List<WriteRequest>>();
    for (var tables = in.readMap(); tables.next(); ) {
      var table = in.readText();
      requests.put(table, read(in, backing.form(table)));
    }
    var options = Option.Given.read(in);
    try (var writings = new Writings(backing.items())) {
      requests.forEach((table, writes) -> writes.forEach(each -> begin(writings, table, each)));
      var written =
          backing
              .origin()
              .invoke(
                  DynamoDbModel.BATCH_WRITE_ITEM,
                  BatchWriteItemInput.builder()
                      .requestItems(requests)
                      .returnConsumedCapacity(options.consumedCapacity())
                      .returnItemCollectionMetrics(options.collectionMetrics())
                      .build());
      var left = left(written);
      left.forEach((table, writes) -> writes.forEach(each -> writings.forget(key(table, each))));
      writings.succeeded(backing.now());
      write(request.out(), written, left);
    }
  }

  private static List<WriteRequest> read(CborReader in, ItemForm form) {
    var writes = new ArrayList<WriteRequest>();
    for (var parts = in.readArray(); parts.next(); ) {
      var key = form.key().read(in.readBytes());
      if (!parts.next()) {
        throw new MalformedException("A key without its item");
      }
      writes.add(
          in.readNull()
              ? new WriteRequest(new DeleteRequest(key), null)
              : new WriteRequest(null, new PutRequest(form.read(key, in.readBytes()))));
    }
    return writes;
  }

  private void begin(Writings writings, String table, WriteRequest write) {
    var put = write.putRequest();
    writings.begin(
        key(table, write),
        put == null ? Cached.NO_ITEM : new Cached(backing.form(table).write(put.item())));
  }

  private ItemKey key(String table, WriteRequest write) {
    return ItemKey.of(table, backing.form(table).key().write(attributes(write)));
  }

  private static Map<String, AttributeValue> attributes(WriteRequest write) {
    var put = write.putRequest();
    return put == null ? Objects.requireNonNull(write.deleteRequest()).key() : put.item();
  }

  private static Map<String, List<WriteRequest>> left(BatchWriteItemOutput written) {
    return Objects.requireNonNullElse(
        written.unprocessedItems(), Map.<String, List<WriteRequest>>of());
  }

  private void write(
      CborWriter out, BatchWriteItemOutput written, Map<String, List<WriteRequest>> left) {
    out.map(left.size());
    left.forEach(
        (table, writes) -> {
          var form = backing.form(table);
          out.text(table).array(2 * writes.size());
          for (var each : writes) {
            out.bytes(form.key().write(attributes(each)));
            var put = each.putRequest();
            if (put == null) {
              out.nothing();
            } else {
              out.bytes(form.write(put.item()));
            }
          }
        });
    Consumption.writeAll(out, written.consumedCapacity());
    Consumption.writeAll(out, written.itemCollectionMetrics());
  }
}
