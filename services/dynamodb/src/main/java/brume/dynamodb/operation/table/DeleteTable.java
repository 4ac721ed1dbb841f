package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.StreamChanges;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DeleteTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Transaction;
import org.jspecify.annotations.Nullable;

/// Deletes a table and all that is in it. Its stream can be read until it is trimmed.
public final class DeleteTable implements Operation<DeleteTableInput, DeleteTableOutput> {
  private final Tables tables;
  private final TableTags tags;
  private final Streams streams;

  public DeleteTable(Tables tables, TableTags tags, Streams streams) {
    this.tables = tables;
    this.tags = tags;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, DeleteTableInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public DeleteTableOutput run(Call call, DeleteTableInput input) {
    var table = tables.describe(call.scope(), input.tableName());
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      var deleted =
          tables.changeAlone(table, (transaction, now) -> delete(transaction, now, changes));
      return DeleteTableOutput.builder()
          .tableDescription(deleted.description().toBuilder().tableStatus("DELETING").build())
          .build();
    }
  }

  /// Leaves no definition. The items are cleared away afterwards.
  private @Nullable Definition delete(Transaction transaction, Table table, StreamChanges changes) {
    if (Boolean.TRUE.equals(table.description().deletionProtectionEnabled())) {
      throw Invalid.request(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    tags.clear(transaction, table);
    if (table.definition().stream() != null) {
      changes.end(transaction, table);
    }
    Leftovers.add(transaction, table.root());
    return null;
  }
}
