package brume.dynamodb.data;

import brume.dynamodb.request.Capacity;
import java.time.Instant;

/// When and how items are read, which is what reading costs.
///
/// @param isTransaction whether everything is done, and paid for, twice
public record ReadTerms(Instant at, boolean isConsistent, boolean isTransaction) {
  public static ReadTerms of(Instant at, @org.jspecify.annotations.Nullable Boolean consistent) {
    return new ReadTerms(at, Boolean.TRUE.equals(consistent), false);
  }

  public static ReadTerms transaction(Instant at) {
    return new ReadTerms(at, true, true);
  }

  double units(long bytes) {
    return (isTransaction ? 2 : 1) * Capacity.ofRead(bytes, isConsistent);
  }
}
