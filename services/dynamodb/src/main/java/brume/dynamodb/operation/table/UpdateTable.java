package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Backfill;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.StreamChanges;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.IndexUpdates;
import brume.dynamodb.table.Table;
import brume.dynamodb.table.TableUpdates;
import brume.model.dynamodb.UpdateTableInput;
import brume.model.dynamodb.UpdateTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Transaction;
import java.util.Objects;

/// Changes how a table is billed, its class, protection, global indexes and stream.
public final class UpdateTable implements Operation<UpdateTableInput, UpdateTableOutput> {
  private final Tables tables;
  private final Statistics statistics;
  private final Streams streams;

  public UpdateTable(Tables tables, Statistics statistics, Streams streams) {
    this.tables = tables;
    this.statistics = statistics;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, UpdateTableInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public UpdateTableOutput run(Call call, UpdateTableInput input) {
    Lacking.check(input);
    var table = tables.describe(call.scope(), input.tableName());
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      Tables.Change change = (transaction, now) -> changed(transaction, now, call, input, changes);
      if (input.globalSecondaryIndexUpdates() == null && input.streamSpecification() == null) {
        tables.change(call.scope(), input.tableName(), change);
      } else {
        tables.changeAlone(table, change);
      }
    }
    return UpdateTableOutput.builder()
        .tableDescription(
            DescribeTable.sized(statistics, tables.describe(call.scope(), input.tableName())))
        .build();
  }

  private static Definition changed(
      Transaction transaction,
      Table table,
      Call call,
      UpdateTableInput input,
      StreamChanges changes) {
    var described = TableUpdates.apply(table.description(), input, call.now());
    var definition = table.definition().with(described);
    definition = reindexed(transaction, table, definition, call, input);
    var stream = input.streamSpecification();
    return stream == null
        ? definition
        : changes.apply(transaction, Table.of(table.scope(), definition), stream);
  }

  private static Definition reindexed(
      Transaction transaction,
      Table table,
      Definition definition,
      Call call,
      UpdateTableInput input) {
    var updates = IndexUpdates.of(definition.description(), input);
    var changed = definition.with(updates.description());
    var deleted = updates.deleted();
    if (deleted != null) {
      Leftovers.add(transaction, Objects.requireNonNull(table.index(deleted)).place());
    }
    var created = updates.created();
    if (created != null) {
      // No name of an index has this sign: the place is no other index's, present or past.
      var place = created + '#' + call.ids().hex(16);
      changed = changed.placed(created, place);
      Backfill.addIndex(transaction, table, created, place);
    }
    return changed;
  }
}
