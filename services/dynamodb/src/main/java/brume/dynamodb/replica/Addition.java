package brume.dynamodb.replica;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.data.Expiration;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.stream.StreamChanges;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.ReplicaGroup;
import brume.dynamodb.table.ReplicaGroup.Replica;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.dynamodb.table.StreamView;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TableClassSummary;
import brume.model.dynamodb.TableDescription;
import brume.service.Call;
import brume.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds a replica in another region: a table like the others, empty at first, that gets every write
/// from now on and is filled with all that was.
public final class Addition {
  private static final StreamSpecification STREAM =
      new StreamSpecification(true, StreamView.NEW_AND_OLD_IMAGES.name());

  private final Replicas replicas;
  private final Streams streams;

  public Addition(Replicas replicas, Streams streams) {
    this.replicas = replicas;
    this.streams = streams;
  }

  /// @param table any of the group
  /// @param tableClass of the replica; null for that of the table
  public void begin(Call call, Table table, String region, @Nullable String tableClass) {
    if (!Scope.isRegion(region)) {
      throw Invalid.request("Invalid region name: " + region);
    }
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      replicas.change(
          table,
          Set.of(region),
          (transaction, now) ->
              added(
                  transaction,
                  call,
                  now,
                  now.get(table.scope().region()),
                  new Replica(region, Status.CREATING, tableClass),
                  changes));
    }
  }

  private static Map<String, Definition> added(
      Transaction transaction,
      Call call,
      Map<String, Table> now,
      @Nullable Table model,
      Replica replica,
      StreamChanges changes) {
    if (model == null || now.containsKey(replica.region())) {
      throw Invalid.request(
          "Failed to create a the new replica of table with name: '"
              + (model == null ? "" : model.name())
              + "' because one or more replicas already existed as tables.");
    }
    var before = model.definition().replicas();
    var group =
        (before == null
                ? new ReplicaGroup(
                    List.of(new Replica(model.scope().region(), Status.ACTIVE, null)))
                : before)
            .with(replica);
    if (group.all().size() > ReplicaGroup.MAX_REPLICAS) {
      throw Invalid.request("A table has at most " + ReplicaGroup.MAX_REPLICAS + " replicas");
    }
    var after = new LinkedHashMap<String, Definition>();
    now.forEach(
        (region, member) -> {
          after.put(region, recorded(transaction, member, group, changes));
          Replicas.mark(transaction, member.scope(), member.name());
          new Seed(member.scope(), member.name(), replica.region(), Bytes.EMPTY).put(transaction);
        });
    var scope = model.scope().in(replica.region());
    var made = Table.of(scope, definition(call, model, scope, replica).with(group));
    Replicas.mark(transaction, scope, made.name());
    if (made.definition().expiry() != null) {
      Expiration.add(transaction, made);
    }
    after.put(replica.region(), changes.apply(transaction, made, STREAM));
    return after;
  }

  /// A member of the group, whose changes are recorded as all replicas' are.
  private static Definition recorded(
      Transaction transaction, Table member, ReplicaGroup group, StreamChanges changes) {
    var stream = member.definition().stream();
    var definition = member.definition().with(group);
    if (stream == null) {
      return changes.apply(transaction, Table.of(member.scope(), definition), STREAM);
    }
    if (stream.view() != StreamView.NEW_AND_OLD_IMAGES) {
      throw Invalid.parameter(
          "Table must have DynamoDB Streams enabled with StreamViewType NEW_AND_OLD_IMAGES");
    }
    return definition;
  }

  private static Definition definition(Call call, Table model, Scope scope, Replica replica) {
    var definition = Definition.of(description(call, model.description(), scope, replica));
    var expiry = model.definition().expiry();
    // Nothing is there yet whose times would have to be found.
    return expiry == null
        ? definition
        : definition.with(new Expiry(expiry.attribute(), call.ids().hex(16), true));
  }

  private static TableDescription description(
      Call call, TableDescription model, Scope scope, Replica replica) {
    var arn = Table.arn(scope, String.valueOf(model.tableName())).toString();
    var global = model.globalSecondaryIndexes();
    var local = model.localSecondaryIndexes();
    var made =
        model.toBuilder()
            .tableArn(arn)
            .tableId(call.ids().uuid().toString())
            .tableStatus(Status.CREATING.name())
            .creationDateTime(call.now())
            .deletionProtectionEnabled(false)
            .latestStreamArn(null)
            .latestStreamLabel(null)
            .streamSpecification(null)
            .globalSecondaryIndexes(
                global == null
                    ? null
                    : global.stream()
                        .map(
                            index ->
                                index.toBuilder()
                                    .indexArn(arn + "/index/" + index.indexName())
                                    .indexStatus(Status.ACTIVE.name())
                                    .backfilling(null)
                                    .build())
                        .toList())
            .localSecondaryIndexes(
                local == null
                    ? null
                    : local.stream()
                        .map(
                            index ->
                                index.toBuilder()
                                    .indexArn(arn + "/index/" + index.indexName())
                                    .build())
                        .toList());
    if (replica.tableClass() != null) {
      made.tableClassSummary(TableClassSummary.builder().tableClass(replica.tableClass()).build());
    }
    return made.build();
  }
}
