package brume.dax.method;

import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.expression.Projection;
import brume.model.dynamodb.BatchGetItemInput;
import brume.model.dynamodb.BatchGetItemOutput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.KeysAndAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads items of several tables. What the item cache does not have is read in one batch.
final class BatchGetItem implements Method {
  /// Source: Amazon DynamoDB API reference, `BatchGetItem`.
  private static final int MAX_KEYS = 100;

  private final Backing backing;

  BatchGetItem(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public void answer(Request request) {
    var in = request.in();
    request.authorize("BatchGetItem");
    var tables = new LinkedHashMap<String, TableBatch>();
    int keys = 0;
    for (var entries = in.readMap(); entries.next(); ) {
      var batch = read(in.readText(), in);
      keys += batch.size();
      tables.put(batch.table(), batch);
    }
    if (keys > MAX_KEYS) {
      throw VALIDATION_EXCEPTION.because("Too many items requested for the BatchGetItem call");
    }
    var options = Option.Given.read(in);
    var requests = new LinkedHashMap<String, KeysAndAttributes>();
    for (var batch : tables.values()) {
      batch.lookUp();
      if (!batch.missing().isEmpty()) {
        requests.put(batch.table(), batch.request());
      }
    }
    var found =
        requests.isEmpty()
            ? BatchGetItemOutput.builder().build()
            : backing
                .origin()
                .invoke(
                    DynamoDbModel.BATCH_GET_ITEM,
                    new BatchGetItemInput(requests, options.consumedCapacity()));
    tables.values().forEach(batch -> batch.found(found));
    write(request.out(), List.copyOf(tables.values()), found);
  }

  private TableBatch read(String table, CborReader in) {
    var parts = in.readArray();
    parts.next();
    boolean consistent = in.readBoolean();
    parts.next();
    var projection = in.readNull() ? null : Projection.read(in.readBytes());
    parts.next();
    var batch = new TableBatch(backing, table, consistent, projection);
    for (var keys = in.readArray(); keys.next(); ) {
      batch.add(in.readBytes());
    }
    while (parts.next()) {
      throw new brume.dax.cbor.MalformedException("Not the keys of a table");
    }
    return batch;
  }

  /// Two items in an array, and a third behind it: so clients expect it.
  private static void write(CborWriter out, List<TableBatch> tables, BatchGetItemOutput found) {
    out.array(2).map(tables.size());
    tables.forEach(batch -> batch.write(out.text(batch.table())));
    var left =
        Objects.requireNonNullElse(found.unprocessedKeys(), Map.<String, KeysAndAttributes>of());
    out.map(left.size());
    left.forEach(
        (table, keys) -> {
          out.text(table).array(keys.keys().size());
          for (var batch : tables) {
            if (batch.table().equals(table)) {
              keys.keys().forEach(key -> out.bytes(batch.form().key().write(key)));
            }
          }
        });
    Consumption.writeAll(out, found.consumedCapacity());
  }
}
