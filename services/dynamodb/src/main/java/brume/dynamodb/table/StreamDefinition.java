package brume.dynamodb.table;

import brume.base.Arn;
import brume.base.Scope;
import brume.store.Key;
import java.util.List;

/// Where the changes of a table are recorded.
///
/// @param label the time of its making, which tells the streams of one table apart
/// @param shards those that are open, in the order of their hashes, of which they share the range
public record StreamDefinition(String label, StreamView view, List<Shard> shards) {

  /// @param id unique in its stream
  /// @param from the first hash, unsigned, of the items whose changes it takes; it ends before that
  ///   of the next shard
  public record Shard(String id, int from) {}

  /// Where records of one shard lie, by their sequence numbers.
  public static Key prefix(Scope scope, String table, String label, String shard) {
    return Key.of(scope.account(), scope.region(), "ddbstream", table, label, shard);
  }

  public static Arn arn(Scope scope, String table, String label) {
    return Arn.of("dynamodb", scope, "table/" + table + "/stream/" + label);
  }

  /// The open shard of the items with this hash.
  public Shard shard(int hash) {
    var found = shards.getFirst();
    for (var shard : shards) {
      if (Integer.compareUnsigned(shard.from, hash) <= 0) {
        found = shard;
      }
    }
    return found;
  }
}
