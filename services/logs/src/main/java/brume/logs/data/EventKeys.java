package brume.logs.data;

import brume.base.Scope;
import brume.logs.event.Position;
import brume.store.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys of one group's events: by time over all streams, and by time in each stream.
final class EventKeys {
  static final String EVENTS = "logs.event";
  static final String LINES = "logs.line";

  private static final int END_OF_TEXT = 2;

  private final Scope scope;
  private final String groupId;
  private final Key events;

  EventKeys(Scope scope, String groupId) {
    this.scope = scope;
    this.groupId = groupId;
    this.events = Key.of(scope.account(), scope.region(), EVENTS, groupId);
  }

  /// An event as its key in the group tells it.
  record Place(String streamId, Position position) {}

  /// All events of the group lie under it.
  Key events() {
    return events;
  }

  /// Where the group's events of that time begin.
  Key eventsFrom(long timestamp) {
    return events.then().number(timestamp).build();
  }

  Key event(Place place) {
    return events
        .then()
        .number(place.position.timestamp())
        .text(place.streamId)
        .number(place.position.number())
        .build();
  }

  Place place(byte[] eventKey) {
    int at = events.bytes().length;
    var numbers = ByteBuffer.wrap(eventKey);
    int end = eventKey.length - Long.BYTES;
    int id = at + Long.BYTES;
    var streamId = new String(eventKey, id, end - END_OF_TEXT - id, StandardCharsets.UTF_8);
    return new Place(streamId, new Position(numbers.getLong(at), numbers.getLong(end)));
  }

  /// What of an event's key is behind [#events].
  byte[] tail(byte[] eventKey) {
    return Arrays.copyOfRange(eventKey, events.bytes().length, eventKey.length);
  }

  /// All keys of the stream lie under it.
  Key lines(String streamId) {
    return Key.of(scope.account(), scope.region(), LINES, groupId, streamId);
  }

  Key line(Place place) {
    return line(place.streamId, place.position);
  }

  Key line(String streamId, Position position) {
    return lines(streamId).then().number(position.timestamp()).number(position.number()).build();
  }

  static Position position(byte[] lineKey) {
    var numbers = ByteBuffer.wrap(lineKey);
    int at = lineKey.length - 2 * Long.BYTES;
    return new Position(numbers.getLong(at), numbers.getLong(at + Long.BYTES));
  }
}
