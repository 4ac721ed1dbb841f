package brume.ses.mime;

import java.time.Instant;
import java.util.UUID;

/// The id and the time that a message gets when it is taken.
///
/// @param id as SES makes them: `0100`, the milliseconds since 1970 in 12 hex digits, a UUID and
///   six digits more
public record Stamp(String id, Instant at) {
  private static final int TIME_FROM = 4;
  private static final int TIME_TO = 16;
  private static final int HEX = 16;

  public static Stamp of(Instant now, UUID unique) {
    return new Stamp("0100%012x-%s-000000".formatted(now.toEpochMilli(), unique), now);
  }

  /// When the message with this id was taken.
  ///
  /// Throws [IllegalArgumentException] for what is no such id.
  public static Instant timeOf(String id) {
    if (id.length() <= TIME_TO) {
      throw new IllegalArgumentException("Not the id of a message: " + id);
    }
    return Instant.ofEpochMilli(Long.parseUnsignedLong(id.substring(TIME_FROM, TIME_TO), HEX));
  }

  /// The header `Message-ID`.
  String header() {
    return '<' + id + "@email.amazonses.com>";
  }
}
