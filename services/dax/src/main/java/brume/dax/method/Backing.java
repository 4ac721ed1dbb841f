package brume.dax.method;

import brume.dax.cache.Counts;
import brume.dax.cache.ItemCache;
import brume.dax.cache.Occupancy;
import brume.dax.cache.QueryCache;
import brume.dax.form.AttributeLists;
import brume.dax.form.ItemForm;
import java.time.InstantSource;

/// What a cluster answers with: what it remembers, and DynamoDB behind it.
public record Backing(
    Origin origin,
    AttributeLists lists,
    ItemCache items,
    QueryCache queries,
    Counts counts,
    InstantSource clock) {

  /// How the items of a table are written. Throws the refusal of DynamoDB when there is no such
  /// table.
  ItemForm form(String table) {
    return new ItemForm(origin.key(table), lists);
  }

  /// Of both caches.
  public Occupancy occupancy() {
    return items.occupancy().plus(queries.occupancy());
  }

  /// In milliseconds.
  long now() {
    return clock.millis();
  }

  /// Forgets all that was read and written.
  public void clear() {
    items.clear();
    queries.clear();
  }
}
