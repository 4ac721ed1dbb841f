package brume.logs.data;

import brume.base.Scope;
import brume.logs.event.LogEvent;
import brume.logs.event.PageSize;
import brume.logs.event.PageToken;
import brume.logs.event.Position;
import brume.logs.group.Group;
import brume.logs.group.Stream;
import brume.model.logs.InputLogEvent;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Reader.Direction;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The events of log streams.
public final class Events {
  private final Store store;
  private final Streams streams;

  public Events(Store store, Streams streams) {
    this.store = store;
    this.streams = streams;
  }

  /// A part of a stream.
  ///
  /// @param backward where earlier events are
  /// @param forward where later events are
  public record Page(List<LogEvent> events, PageToken backward, PageToken forward) {
    /// A page without events, which are to be looked for before and behind `gap`.
    public static Page emptyAt(Position gap) {
      return new Page(List.of(), new PageToken(false, gap), new PageToken(true, gap));
    }
  }

  /// The times that a reader wants, in milliseconds since 1970.
  ///
  /// @param end the first one not wanted
  public record Window(long start, long end) {}

  /// Puts events at the end of a stream, even when they are none.
  public Stream put(
      Scope scope, Group group, String stream, List<InputLogEvent> events, Instant now) {
    var keys = new EventKeys(scope, group.id());
    return streams.change(
        scope,
        group,
        stream,
        (transaction, before) -> put(transaction, keys, before, events, now.toEpochMilli()));
  }

  private static Stream put(
      Transaction transaction,
      EventKeys keys,
      Stream stream,
      List<InputLogEvent> events,
      long now) {
    if (events.isEmpty()) {
      return stream;
    }
    long next = stream.next();
    long bytes = stream.bytes();
    for (var input : events) {
      var event = new LogEvent(new Position(input.timestamp(), next++), now, input.message());
      var place = new EventKeys.Place(stream.id(), event.position());
      transaction.put(keys.event(place).bytes(), event.encode());
      transaction.put(keys.line(place).bytes(), new byte[0]);
      bytes += event.size();
    }
    var first = stream.description().firstEventTimestamp();
    long earliest = events.getFirst().timestamp();
    var description =
        stream.description().toBuilder()
            .firstEventTimestamp(first == null ? earliest : Math.min(first, earliest))
            .lastEventTimestamp(Math.max(stream.lastEvent(), events.getLast().timestamp()))
            .lastIngestionTime(now)
            .build();
    return new Stream(description, stream.id(), next, bytes);
  }

  /// Reads the events of a window on from a token.
  public Page read(
      Scope scope, Group group, String name, Window window, PageToken from, int limit) {
    var keys = new EventKeys(scope, group.id());
    try (var snapshot = store.snapshot()) {
      var stream = streams.existing(snapshot, scope, group, name);
      var found = read(snapshot, keys, stream.id(), window, from, limit);
      if (found.isEmpty()) {
        return Page.emptyAt(from.gap());
      }
      return new Page(
          found,
          new PageToken(false, found.getFirst().position()),
          new PageToken(true, found.getLast().position().after()));
    }
  }

  private static List<LogEvent> read(
      Reader reader, EventKeys keys, String streamId, Window window, PageToken from, int limit) {
    var found = new ArrayList<LogEvent>();
    var size = new PageSize(limit);
    var direction = from.forward() ? Direction.FORWARD : Direction.BACKWARD;
    try (var cursor = reader.scan(range(keys, streamId, window, from), direction)) {
      while (!size.isFull() && cursor.next()) {
        var place = new EventKeys.Place(streamId, EventKeys.position(cursor.key()));
        var stored = reader.get(keys.event(place).bytes());
        if (stored == null) {
          continue;
        }
        var event = LogEvent.decode(place.position(), stored);
        if (!size.add(event)) {
          break;
        }
        found.add(event);
      }
    }
    if (!from.forward()) {
      Collections.reverse(found);
    }
    return found;
  }

  private static KeyRange range(EventKeys keys, String streamId, Window window, PageToken from) {
    var start = keys.line(streamId, Position.at(window.start)).bytes();
    var end = keys.line(streamId, Position.at(window.end)).bytes();
    var gap = keys.line(streamId, from.gap()).bytes();
    if (from.forward()) {
      return new KeyRange(Arrays.compareUnsigned(gap, start) > 0 ? gap : start, end);
    }
    return new KeyRange(start, Arrays.compareUnsigned(gap, end) < 0 ? gap : end);
  }
}
