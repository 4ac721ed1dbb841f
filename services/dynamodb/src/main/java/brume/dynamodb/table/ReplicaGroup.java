package brume.dynamodb.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The replicas of a table, the table itself among them: the same list in the definition of each.
public record ReplicaGroup(List<Replica> all) {
  /// Replicas of one table, with the table itself. Brume's own bound: each write is owed to every
  /// other replica, in its own transaction.
  public static final int MAX_REPLICAS = 20;

  /// Where a replica is and how far.
  ///
  /// @param tableClass null for that of the table
  public record Replica(String region, Status status, @Nullable String tableClass) {
    public Replica is(Status other) {
      return new Replica(region, other, tableClass);
    }
  }

  /// In the spelling of the API.
  public enum Status {
    CREATING,
    ACTIVE,
    DELETING
  }

  /// Null when there is none in the region.
  public @Nullable Replica in(String region) {
    return all.stream().filter(replica -> replica.region.equals(region)).findAny().orElse(null);
  }

  /// Those that get what changes in `region`.
  public List<Replica> receivers(String region) {
    return all.stream()
        .filter(replica -> !replica.region.equals(region) && replica.status != Status.DELETING)
        .toList();
  }

  public ReplicaGroup with(Replica replica) {
    var others = without(replica.region).all;
    return new ReplicaGroup(
        Stream.concat(others.stream(), Stream.of(replica))
            .sorted(Comparator.comparing(Replica::region))
            .toList());
  }

  public ReplicaGroup without(String region) {
    return new ReplicaGroup(
        all.stream().filter(replica -> !replica.region.equals(region)).toList());
  }
}
