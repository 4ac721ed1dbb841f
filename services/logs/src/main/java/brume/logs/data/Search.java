package brume.logs.data;

import brume.base.Scope;
import brume.logs.event.LogEvent;
import brume.logs.event.PageSize;
import brume.logs.group.Group;
import brume.model.logs.CloudWatchLogsError;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Store;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Searches the events of a group over all its streams, in order of time.
public final class Search {
  /// Events looked at for one page, which may hold fewer than asked for, or none, and yet be
  /// followed by others.
  static final int MAX_LOOKED_AT = 50_000;

  private final Store store;

  public Search(Store store) {
    this.store = store;
  }

  /// What is wanted.
  ///
  /// @param streams accepts the names of the streams to search
  /// @param messages accepts the messages
  public record Wanted(
      Events.Window window, Predicate<String> streams, Predicate<String> messages) {}

  /// An event of one of the streams.
  public record Found(String id, String stream, LogEvent event) {}

  /// @param next where the next page begins; null at the end
  public record Page(List<Found> found, @Nullable String next) {}

  public Page search(Scope scope, Group group, Wanted wanted, @Nullable String token, int limit) {
    var keys = new EventKeys(scope, group.id());
    var range = range(keys, wanted.window, token);
    var names = new HashMap<String, Optional<String>>();
    var found = new ArrayList<Found>();
    var size = new PageSize(limit);
    String last = null;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      for (int looked = 0; cursor.next(); looked++) {
        if (size.isFull() || looked == MAX_LOOKED_AT) {
          return new Page(found, last);
        }
        var place = keys.place(cursor.key());
        var id = token(keys.tail(cursor.key()));
        var name = name(snapshot, scope, group, place.streamId(), names);
        if (name != null && wanted.streams.test(name)) {
          var event = LogEvent.decode(place.position(), cursor.value());
          if (wanted.messages.test(event.message())) {
            if (!size.add(event)) {
              return new Page(found, last);
            }
            found.add(new Found(id, name, event));
          }
        }
        last = id;
      }
    }
    return new Page(found, null);
  }

  private static @Nullable String name(
      Reader reader, Scope scope, Group group, String id, Map<String, Optional<String>> known) {
    var name = known.get(id);
    if (name == null) {
      name = Optional.ofNullable(Streams.name(reader, scope, group, id));
      known.put(id, name);
    }
    return name.orElse(null);
  }

  private static KeyRange range(EventKeys keys, Events.Window window, @Nullable String token) {
    var range =
        new KeyRange(
            keys.eventsFrom(window.start()).bytes(), keys.eventsFrom(window.end()).bytes());
    return token == null
        ? range
        : range.after(new Key(keys.events().then().raw(tail(token)).build().bytes()));
  }

  private static String token(byte[] tail) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(tail);
  }

  private static byte[] tail(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "The specified nextToken is invalid.");
    }
  }
}
