package brume.dynamodb.table;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// By which attribute the items of a table expire: a number of seconds since 1970.
///
/// @param place tells this setting's entries from those of an earlier one
/// @param complete whether the items that were there before the setting are all found by time
public record Expiry(String attribute, String place, boolean complete) {
  /// Items that say they expired longer ago than this are not expired: a unit was mistaken.
  ///
  /// Source: Amazon DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB".
  public static final Duration OLDEST = Duration.ofDays(5 * 365);

  private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /// The second at which `item` expires; empty where its attribute is not a time.
  public OptionalLong of(Item item) {
    if (!(item.get(attribute) instanceof Value.N(var digits))) {
      return OptionalLong.empty();
    }
    var seconds = new BigDecimal(digits).setScale(0, RoundingMode.FLOOR);
    return seconds.signum() < 0 || seconds.compareTo(LATEST) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(seconds.longValueExact());
  }

  /// Whether `item` is to be gone at `now`.
  public boolean isDue(Item item, Instant now) {
    var at = of(item);
    return at.isPresent()
        && at.getAsLong() < now.getEpochSecond()
        && at.getAsLong() >= now.minus(OLDEST).getEpochSecond();
  }
}
