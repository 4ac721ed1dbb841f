package brume.logs.tail;

import brume.model.logs.LiveTailSessionLogEvent;
import brume.model.logs.LiveTailSessionMetadata;
import brume.model.logs.LiveTailSessionUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Events that a session has not been sent. When they become too many the oldest are dropped.
///
/// Source: Amazon CloudWatch Logs API reference, "StartLiveTail".
final class Pending {
  /// Events in one update; of more, a sample is sent.
  static final int MAX_RESULTS = 500;

  /// Events that wait for a slow client.
  static final int MAX_EVENTS = 5_000;

  /// Characters of messages that wait for a slow client; AWS names no such bound.
  static final int MAX_CHARS = 16 << 20;

  private final ArrayDeque<LiveTailSessionLogEvent> events = new ArrayDeque<>();
  private long chars;
  private boolean dropped;

  void add(LiveTailSessionLogEvent event) {
    events.add(event);
    chars += length(event);
    while (events.size() > MAX_EVENTS || chars > MAX_CHARS) {
      chars -= length(events.remove());
      dropped = true;
    }
  }

  private static int length(LiveTailSessionLogEvent event) {
    return Objects.requireNonNull(event.message()).length();
  }

  /// All of them, or a sample evenly taken.
  LiveTailSessionUpdate take() {
    var all = new ArrayList<>(events);
    boolean sampled = dropped || all.size() > MAX_RESULTS;
    events.clear();
    chars = 0;
    dropped = false;
    return new LiveTailSessionUpdate(new LiveTailSessionMetadata(sampled), sample(all));
  }

  private static List<LiveTailSessionLogEvent> sample(List<LiveTailSessionLogEvent> all) {
    if (all.size() <= MAX_RESULTS) {
      return all;
    }
    var sample = new ArrayList<LiveTailSessionLogEvent>(MAX_RESULTS);
    for (int i = 0; i < MAX_RESULTS; i++) {
      sample.add(all.get((int) ((long) i * all.size() / MAX_RESULTS)));
    }
    return sample;
  }
}
