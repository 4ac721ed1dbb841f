package brume.dynamodb.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in a shard, as clients carry it from one read to the next.
///
/// @param from the first sequence number that was not read
/// @param made when it was given out
public record ShardIterator(String stream, String shard, long from, Instant made) {
  /// How long after it was given out it can be used.
  ///
  /// Source: Amazon DynamoDB API reference, "GetShardIterator".
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String VERSION = "|1|";
  private static final Pattern TEXT = Pattern.compile("(.+)\\|1\\|([A-Za-z0-9_-]+)");
  private static final String SEPARATOR = "/";

  public String encode() {
    var place =
        String.join(SEPARATOR, shard, Long.toString(from), Long.toString(made.toEpochMilli()));
    return stream
        + VERSION
        + Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  /// Null when it is none of ours.
  public static @Nullable ShardIterator decode(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      var place =
          new String(Base64.getUrlDecoder().decode(matcher.group(2)), UTF_8).split(SEPARATOR, -1);
      return place.length != 3
          ? null
          : new ShardIterator(
              matcher.group(1),
              place[0],
              Long.parseLong(place[1]),
              Instant.ofEpochMilli(Long.parseLong(place[2])));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  public boolean isExpired(Instant now) {
    return now.isAfter(made.plus(LIFETIME));
  }
}
