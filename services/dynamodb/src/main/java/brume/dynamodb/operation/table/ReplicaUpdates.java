package brume.dynamodb.operation.table;

import brume.base.Scope;
import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.replica.Addition;
import brume.dynamodb.replica.Removal;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.ReplicaGroup;
import brume.dynamodb.table.ReplicaGroup.Replica;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.ReplicaDescription;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.TableClassSummary;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateReplicationGroupMemberAction;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Access;
import brume.service.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of UpdateTable that adds, changes and removes replicas.
public final class ReplicaUpdates {
  private static final String VERSION = "2019.11.21";

  /// Source: Amazon DynamoDB Developer Guide, "Using IAM with global tables".
  private static final List<String> TO_CREATE =
      List.of(
          "CreateTable",
          "CreateTableReplica",
          "Scan",
          "Query",
          "UpdateItem",
          "PutItem",
          "GetItem",
          "DeleteItem",
          "BatchWriteItem");

  private static final List<String> TO_DELETE = List.of("DeleteTable", "DeleteTableReplica");
  private static final List<String> TO_UPDATE = List.of("UpdateTable");

  private final Replicas replicas;
  private final Addition addition;
  private final Removal removal;

  public ReplicaUpdates(Replicas replicas, Addition addition, Removal removal) {
    this.replicas = replicas;
    this.addition = addition;
    this.removal = removal;
  }

  /// What the caller must be allowed where the replicas are.
  static Access access(Call call, String table, List<ReplicationGroupUpdate> updates) {
    var access = new Access(List.of());
    for (var update : updates) {
      if (update.create() != null) {
        access = access.and(all(call, table, update.create().regionName(), TO_CREATE));
      }
      if (update.update() != null) {
        access = access.and(all(call, table, update.update().regionName(), TO_UPDATE));
      }
      if (update.delete() != null) {
        access = access.and(all(call, table, update.delete().regionName(), TO_DELETE));
      }
    }
    return access;
  }

  private static Access all(Call call, String table, String region, List<String> actions) {
    if (!Scope.isRegion(region)) {
      // Nothing is there to be allowed, and the update is refused.
      return new Access(List.of());
    }
    var arn = Table.arn(call.scope().in(region), Tables.nameOf(table));
    return actions.stream()
        .map(action -> Access.to("dynamodb:" + action, arn))
        .reduce(new Access(List.of()), Access::and);
  }

  void apply(Call call, Table table, UpdateTableInput input) {
    var updates = input.replicaUpdates();
    var alone =
        UpdateTableInput.builder().tableName(input.tableName()).replicaUpdates(updates).build();
    if (updates == null || updates.size() != 1 || !alone.equals(input)) {
      throw Invalid.request("One replica can be changed at a time, and nothing else with it");
    }
    var update = updates.getFirst();
    boolean isOne =
        Stream.of(update.create(), update.update(), update.delete())
                .filter(Objects::nonNull)
                .count()
            == 1;
    if (!isOne) {
      throw Invalid.parameter("One of Create, Update and Delete must be specified");
    }
    if (update.create() != null) {
      addition.begin(
          call, table, update.create().regionName(), update.create().tableClassOverride());
    } else if (update.delete() != null) {
      removal.begin(table, update.delete().regionName());
    } else {
      change(call, table, Objects.requireNonNull(update.update()));
    }
  }

  private void change(Call call, Table table, UpdateReplicationGroupMemberAction update) {
    var tableClass = update.tableClassOverride();
    if (tableClass == null) {
      throw Invalid.parameter("Nothing of the replica is to be changed");
    }
    replicas.change(
        table,
        Set.of(),
        (_, now) -> {
          var after = new LinkedHashMap<String, Definition>();
          now.forEach((name, each) -> after.put(name, classed(call, each, update, tableClass)));
          return after;
        });
  }

  private static Definition classed(
      Call call, Table table, UpdateReplicationGroupMemberAction update, String tableClass) {
    var group = table.definition().replicas();
    var replica = group == null ? null : group.in(update.regionName());
    if (group == null || replica == null) {
      throw Invalid.request("There is no replica in region " + update.regionName());
    }
    var definition = classed(table.definition(), replica.region(), tableClass);
    if (!table.scope().region().equals(update.regionName())) {
      return definition;
    }
    var summary =
        TableClassSummary.builder().tableClass(tableClass).lastUpdateDateTime(call.now()).build();
    return definition.with(definition.description().toBuilder().tableClassSummary(summary).build());
  }

  /// The definition of any of a group's tables when that of `region` has another class.
  static Definition classed(Definition definition, String region, String tableClass) {
    var group = Objects.requireNonNull(definition.replicas());
    var status = Objects.requireNonNull(group.in(region)).status();
    return definition.with(group.with(new Replica(region, status, tableClass)));
  }

  /// A table's description with those of the other replicas, as far as there are any.
  static TableDescription described(Table table) {
    var group = table.definition().replicas();
    if (group == null || group.all().size() == 1) {
      return table.description();
    }
    return table.description().toBuilder()
        .globalTableVersion(VERSION)
        .replicas(others(table, group))
        .build();
  }

  private static List<ReplicaDescription> others(Table table, ReplicaGroup group) {
    return group.all().stream()
        .filter(replica -> !replica.region().equals(table.scope().region()))
        .map(
            replica ->
                ReplicaDescription.builder()
                    .regionName(replica.region())
                    .replicaArn(
                        Table.arn(table.scope().in(replica.region()), table.name()).toString())
                    .replicaStatus(replica.status().name())
                    .replicaTableClassSummary(summary(replica.tableClass()))
                    .build())
        .toList();
  }

  private static @Nullable TableClassSummary summary(@Nullable String tableClass) {
    return tableClass == null ? null : TableClassSummary.builder().tableClass(tableClass).build();
  }
}
