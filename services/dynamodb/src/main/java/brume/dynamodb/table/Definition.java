package brume.dynamodb.table;

import brume.model.dynamodb.TableDescription;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is kept of a table: what its description shows, and what only other operations do.
///
/// @param places where the entries of indexes lie that were added to a table: an index that has the
///   name of a deleted one lies elsewhere
/// @param stream null while changes are not recorded
/// @param expiry null while items do not expire
/// @param policy of the table as a resource; null for none
/// @param history null while nobody needs to know what items were
/// @param replicas null while the table is in one region only, and never was in several
public record Definition(
    TableDescription description,
    Map<String, String> places,
    @Nullable StreamDefinition stream,
    @Nullable Expiry expiry,
    @Nullable ResourcePolicy policy,
    @Nullable ReplicaGroup replicas,
    @Nullable History history) {

  public static Definition of(TableDescription description) {
    return new Definition(description, Map.of(), null, null, null, null, null);
  }

  public Definition with(TableDescription other) {
    return new Definition(other, places, stream, expiry, policy, replicas, history);
  }

  public Definition with(@Nullable StreamDefinition other) {
    return new Definition(description, places, other, expiry, policy, replicas, history);
  }

  public Definition with(@Nullable Expiry other) {
    return new Definition(description, places, stream, other, policy, replicas, history);
  }

  public Definition with(@Nullable ResourcePolicy other) {
    return new Definition(description, places, stream, expiry, other, replicas, history);
  }

  public Definition with(@Nullable ReplicaGroup other) {
    return new Definition(description, places, stream, expiry, policy, other, history);
  }

  public Definition with(@Nullable History other) {
    return new Definition(description, places, stream, expiry, policy, replicas, other);
  }

  public Definition placed(String index, String place) {
    var all = new HashMap<>(places);
    all.put(index, place);
    return new Definition(description, Map.copyOf(all), stream, expiry, policy, replicas, history);
  }

  /// Under which part of the table's keys an index lies.
  public String place(String index) {
    return places.getOrDefault(index, index);
  }
}
