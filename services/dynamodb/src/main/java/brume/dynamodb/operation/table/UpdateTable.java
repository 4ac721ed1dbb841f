package brume.dynamodb.operation.table;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;

import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Backfill;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.replica.Removal;
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

/// Changes how a table is billed, its class, protection, global indexes, stream and replicas.
public final class UpdateTable implements Operation<UpdateTableInput, UpdateTableOutput> {
  private final Tables tables;
  private final Statistics statistics;
  private final Streams streams;
  private final Replicas replicas;
  private final ReplicaUpdates replicaUpdates;

  public UpdateTable(
      Tables tables,
      Statistics statistics,
      Streams streams,
      Replicas replicas,
      ReplicaUpdates replicaUpdates) {
    this.tables = tables;
    this.statistics = statistics;
    this.streams = streams;
    this.replicas = replicas;
    this.replicaUpdates = replicaUpdates;
  }

  @Override
  public Access access(Call call, UpdateTableInput input) {
    var access = TableAccess.to(tables, call, name(), input.tableName());
    var updates = input.replicaUpdates();
    return updates == null
        ? access
        : access.and(ReplicaUpdates.access(call, input.tableName(), updates));
  }

  @Override
  public UpdateTableOutput run(Call call, UpdateTableInput input) {
    Lacking.check(input);
    var table = tables.describe(call.scope(), input.tableName());
    checkStays(table);
    if (input.replicaUpdates() != null) {
      replicaUpdates.apply(call, table, input);
    } else if (Removal.hasOthers(table)) {
      updateEach(call, table, input);
    } else {
      updateAlone(call, table, input);
    }
    return UpdateTableOutput.builder()
        .tableDescription(
            DescribeTable.sized(statistics, tables.describe(call.scope(), input.tableName())))
        .build();
  }

  private static void checkStays(Table table) {
    if ("DELETING".equals(table.description().tableStatus())) {
      throw RESOURCE_IN_USE_EXCEPTION.because(
          "Attempt to change a resource which is still in use: Table is being deleted: "
              + table.name());
    }
  }

  /// What replicas have in common changes in all of them.
  private void updateEach(Call call, Table table, UpdateTableInput input) {
    if (input.streamSpecification() != null) {
      throw Invalid.request("The stream of a table with replicas cannot be changed");
    }
    var common = input.toBuilder().deletionProtectionEnabled(null).tableClass(null).build();
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      replicas.changeEach(
          table,
          (transaction, each) -> {
            boolean isIt = each.scope().equals(table.scope());
            var after = changed(transaction, each, call, isIt ? input : common, changes);
            return input.tableClass() == null
                ? after
                : ReplicaUpdates.classed(after, table.scope().region(), input.tableClass());
          });
    }
  }

  private void updateAlone(Call call, Table table, UpdateTableInput input) {
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      Tables.Change change = (transaction, now) -> changed(transaction, now, call, input, changes);
      if (input.globalSecondaryIndexUpdates() == null && input.streamSpecification() == null) {
        tables.change(call.scope(), input.tableName(), change);
      } else {
        tables.changeAlone(table, change);
      }
    }
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
