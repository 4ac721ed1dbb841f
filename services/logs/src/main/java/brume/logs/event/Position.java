package brume.logs.event;

/// A place in a stream: that of an event, and the gap before it.
///
/// @param timestamp in milliseconds since 1970
/// @param number counts the events of the stream as they were put
public record Position(long timestamp, long number) {
  /// The gap behind this event.
  public Position after() {
    return new Position(timestamp, number + 1);
  }

  /// The gap before all events of that time or later.
  public static Position at(long timestamp) {
    return new Position(timestamp, 0);
  }
}
