package brume.dynamodb.stream;

import java.time.Instant;

/// When and why items change.
///
/// @param isExpiry because their time had come, not because somebody asked
public record Cause(Instant at, boolean isExpiry) {
  public static Cause request(Instant at) {
    return new Cause(at, false);
  }
}
