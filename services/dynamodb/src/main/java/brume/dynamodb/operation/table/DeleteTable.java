package brume.dynamodb.operation.table;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.replica.Removal;
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

/// Deletes a table and all that is in it; its stream can be read until it is trimmed. A table with
/// replicas goes when they know all that it does.
public final class DeleteTable implements Operation<DeleteTableInput, DeleteTableOutput> {
  private final Tables tables;
  private final Streams streams;
  private final Removal removal;

  public DeleteTable(Tables tables, Streams streams, Removal removal) {
    this.tables = tables;
    this.streams = streams;
    this.removal = removal;
  }

  @Override
  public Access access(Call call, DeleteTableInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public DeleteTableOutput run(Call call, DeleteTableInput input) {
    var table = tables.describe(call.scope(), input.tableName());
    var history = table.definition().history();
    if (history != null && !history.copies().isEmpty()) {
      throw RESOURCE_IN_USE_EXCEPTION.because(
          "Attempt to change a resource which is still in use: Table is being backed up or restored: "
              + table.name());
    }
    if (Removal.hasOthers(table)) {
      removal.begin(table, table.scope().region());
      return deleting(table);
    }
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      var deleted =
          tables.changeAlone(table, (transaction, now) -> delete(transaction, now, changes));
      return deleting(deleted);
    }
  }

  private static DeleteTableOutput deleting(Table table) {
    return DeleteTableOutput.builder()
        .tableDescription(table.description().toBuilder().tableStatus("DELETING").build())
        .build();
  }

  /// Leaves no definition. The items are cleared away afterwards.
  private @Nullable Definition delete(Transaction transaction, Table table, StreamChanges changes) {
    Removal.checkProtection(table);
    removal.clear(transaction, table, changes);
    return null;
  }
}
