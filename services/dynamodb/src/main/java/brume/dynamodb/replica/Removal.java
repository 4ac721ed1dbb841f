package brume.dynamodb.replica;

import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.stream.StreamChanges;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.ReplicaGroup;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.dynamodb.table.Table;
import brume.service.Call;
import brume.store.Transaction;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;

/// Removes replicas: one takes no more requests from then on, and is gone when all that it knew is
/// known to the others.
public final class Removal {
  private final Replicas replicas;
  private final TableTags tags;
  private final Streams streams;

  public Removal(Replicas replicas, TableTags tags, Streams streams) {
    this.replicas = replicas;
    this.tags = tags;
    this.streams = streams;
  }

  /// @param table any of the group
  public void begin(Table table, String region) {
    replicas.change(
        table,
        Set.of(),
        (_, now) -> {
          var after = new LinkedHashMap<String, Definition>();
          now.forEach((name, each) -> after.put(name, leaving(each, region)));
          return after;
        });
  }

  private static Definition leaving(Table table, String region) {
    var group = table.definition().replicas();
    var replica = group == null ? null : group.in(region);
    if (group == null || replica == null) {
      throw Invalid.request(
          "Update global table operation failed because the replica in region "
              + region
              + " does not exist");
    }
    boolean isIt = table.scope().region().equals(region);
    if (isIt) {
      checkProtection(table);
    }
    var definition = table.definition().with(group.with(replica.is(Status.DELETING)));
    return isIt
        ? definition.with(
            definition.description().toBuilder().tableStatus(Status.DELETING.name()).build())
        : definition;
  }

  /// Throws when the table is protected against deletion.
  public static void checkProtection(Table table) {
    if (Boolean.TRUE.equals(table.description().deletionProtectionEnabled())) {
      throw Invalid.request(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
  }

  /// Whether there are others that know, or will know, what the table does.
  public static boolean hasOthers(Table table) {
    var group = table.definition().replicas();
    return group != null && !group.receivers(table.scope().region()).isEmpty();
  }

  void finish(Call call, Table table) {
    var region = table.scope().region();
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      replicas.change(
          table,
          Set.of(),
          (transaction, now) -> {
            var after = new LinkedHashMap<String, Definition>();
            now.forEach((name, each) -> after.put(name, without(each, region)));
            after.remove(region);
            clear(transaction, Objects.requireNonNull(now.get(region)), changes);
            return after;
          });
    }
  }

  private static Definition without(Table table, String region) {
    ReplicaGroup group = Objects.requireNonNull(table.definition().replicas());
    return table.definition().with(group.without(region));
  }

  /// Leaves nothing of a table whose definition the transaction deletes, but for its stream, which
  /// can be read until it is trimmed. The items are cleared away afterwards.
  public void clear(Transaction transaction, Table table, StreamChanges changes) {
    tags.clear(transaction, table);
    if (table.definition().stream() != null) {
      changes.end(transaction, table);
    }
    Leftovers.add(transaction, table.root());
  }
}
