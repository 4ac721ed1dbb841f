package brume.dax.data;

import static brume.model.dax.DaxError.TAG_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.TAG_QUOTA_PER_RESOURCE_EXCEEDED;

import brume.base.Scope;
import brume.model.dax.Tag;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Store;
import java.util.List;
import java.util.Objects;

/// The tags of clusters.
public final class ClusterTags {
  static final String KIND = "dax.tag";

  /// Source: Amazon DynamoDB Developer Guide, "Tagging support for DAX".
  static final int MAX_TAGS = 50;

  private final Store store;
  private final Clusters clusters;
  private final Records<Tag> tags = new Records<>(KIND, Tag.SHAPE);

  public ClusterTags(Store store, Clusters clusters) {
    this.store = store;
    this.clusters = clusters;
  }

  public List<Tag> all(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      clusters.existing(snapshot, scope, name);
      return tags.all(snapshot, scope, name);
    }
  }

  /// Returns all tags that there are then.
  public List<Tag> add(Scope scope, String name, List<Tag> more) {
    return store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          clusters.existing(transaction, scope, name);
          for (var tag : more) {
            tags.put(transaction, tag, scope, name, Objects.requireNonNull(tag.key()));
          }
          var all = tags.all(transaction, scope, name);
          if (all.size() > MAX_TAGS) {
            throw TAG_QUOTA_PER_RESOURCE_EXCEEDED.because(
                "A cluster may have at most " + MAX_TAGS + " tags");
          }
          return all;
        });
  }

  /// Returns the tags that are left.
  public List<Tag> remove(Scope scope, String name, List<String> keys) {
    return store.transact(
        Locks.of(Clusters.lock(scope)),
        transaction -> {
          clusters.existing(transaction, scope, name);
          for (var key : keys) {
            if (!tags.has(transaction, scope, name, key)) {
              throw TAG_NOT_FOUND_FAULT.because("Tag not found: " + key);
            }
            tags.delete(transaction, scope, name, key);
          }
          return tags.all(transaction, scope, name);
        });
  }
}
