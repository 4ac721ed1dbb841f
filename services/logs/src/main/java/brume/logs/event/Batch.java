package brume.logs.event;

import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.InputLogEvent;
import brume.model.logs.RejectedLogEventsInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a request's events is taken, and what is not and why.
///
/// Source: Amazon CloudWatch Logs API reference, "PutLogEvents".
///
/// @param events those taken, in order
/// @param rejected null when all are taken
public record Batch(List<InputLogEvent> events, @Nullable RejectedLogEventsInfo rejected) {
  /// Messages as UTF-8 with [LogEvent#OVERHEAD] each, in bytes.
  static final int MAX_BYTES = 1_048_576;

  static final Duration MAX_SPAN = Duration.ofHours(24);
  static final Duration MAX_AGE = Duration.ofDays(14);
  static final Duration MAX_AHEAD = Duration.ofHours(2);

  /// Throws the error of a batch that is refused as a whole.
  ///
  /// @param retention of the group, in days; null where events stay
  public static Batch of(List<InputLogEvent> events, Instant now, @Nullable Integer retention) {
    checkOrder(events);
    checkSize(events);
    int tooOld = before(events, now.minus(MAX_AGE));
    int expired = retention == null ? 0 : before(events, now.minus(Duration.ofDays(retention)));
    int tooNew = before(events, now.plus(MAX_AHEAD).plusMillis(1));
    int from = Math.max(tooOld, expired);
    if (from == 0 && tooNew == events.size()) {
      return new Batch(events, null);
    }
    var rejected =
        RejectedLogEventsInfo.builder()
            .tooOldLogEventEndIndex(tooOld > 0 ? tooOld : null)
            .expiredLogEventEndIndex(expired > 0 ? expired : null)
            .tooNewLogEventStartIndex(tooNew < events.size() ? tooNew : null)
            .build();
    return new Batch(events.subList(Math.min(from, tooNew), tooNew), rejected);
  }

  private static void checkOrder(List<InputLogEvent> events) {
    long before = 0;
    for (var event : events) {
      if (event.timestamp() < before) {
        throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
            "Log events in a single PutLogEvents request must be in chronological order.");
      }
      before = event.timestamp();
    }
    if (events.getLast().timestamp() - events.getFirst().timestamp() > MAX_SPAN.toMillis()) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "The batch of log events in a single PutLogEvents request cannot span more than 24"
              + " hours.");
    }
  }

  /// What the events count, in bytes.
  public long bytes() {
    return bytes(events);
  }

  private static long bytes(List<InputLogEvent> events) {
    return events.stream().mapToLong(event -> LogEvent.size(event.message())).sum();
  }

  private static void checkSize(List<InputLogEvent> events) {
    long bytes = bytes(events);
    if (bytes > MAX_BYTES) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "Upload too large: " + bytes + " bytes exceeds limit of " + MAX_BYTES);
    }
  }

  /// How many of the events are of before `time`.
  private static int before(List<InputLogEvent> events, Instant time) {
    int count = 0;
    while (count < events.size() && events.get(count).timestamp() < time.toEpochMilli()) {
      count++;
    }
    return count;
  }
}
