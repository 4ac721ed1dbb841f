package brume.dynamodb.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why it is recorded what items were before they changed.
///
/// @param place where that lies, which tells it from an earlier history of the table
/// @param recovery null while the table cannot be restored to any point in time
/// @param copies what is being copied of the table, by their ids, and as of when
public record History(String place, @Nullable Recovery recovery, Map<String, Instant> copies) {
  /// @param since when it was switched on
  /// @param days for how long items can be restored
  public record Recovery(Instant since, int days) {}

  public static History at(String place) {
    return new History(place, null, Map.of());
  }

  public History with(@Nullable Recovery other) {
    return new History(place, other, copies);
  }

  public History withCopy(String id, Instant at) {
    var all = new HashMap<>(copies);
    all.put(id, at);
    return new History(place, recovery, Map.copyOf(all));
  }

  public History withoutCopy(String id) {
    var all = new HashMap<>(copies);
    all.remove(id);
    return new History(place, recovery, Map.copyOf(all));
  }

  public boolean isNeeded() {
    return recovery != null || !copies.isEmpty();
  }
}
