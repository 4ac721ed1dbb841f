package brume.logs.tail;

import brume.base.Arn;
import brume.base.Scope;
import brume.logs.group.GroupName;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.InputLogEvent;
import brume.model.logs.LiveTailSessionLogEvent;
import brume.model.logs.LiveTailSessionStart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The sessions that are open. They are told of events when these are committed, so a session sees
/// what is put through this process only.
public final class Tails {
  /// How many sessions of an account may be open in a region at once.
  public static final int MAX_SESSIONS = 15;

  private static final Duration UPDATE_INTERVAL = Duration.ofSeconds(1);

  private final List<Tail> open = new ArrayList<>();

  /// What a session wants to be told of.
  ///
  /// @param groups the ARNs of the groups
  /// @param streams accepts the names of streams
  /// @param messages accepts the messages of events
  public record Wanted(
      Scope scope, List<Arn> groups, Predicate<String> streams, Predicate<String> messages) {}

  /// Opens a session, which lasts until it is closed or times out.
  public synchronized Tail open(Wanted wanted, LiveTailSessionStart start, InstantSource clock) {
    open.removeIf(Tail::isOver);
    if (open.stream().filter(tail -> tail.isOf(wanted.scope)).count() >= MAX_SESSIONS) {
      throw CloudWatchLogsError.LIMIT_EXCEEDED_EXCEPTION.because(
          "The account has " + MAX_SESSIONS + " Live Tail sessions in this region already.");
    }
    var tail = new Tail(wanted, start, clock, UPDATE_INTERVAL);
    open.add(tail);
    return tail;
  }

  /// Tells the sessions of events that were put.
  ///
  /// @param ingestion when, in milliseconds since 1970
  public void put(
      Scope scope, String group, String stream, List<InputLogEvent> events, long ingestion) {
    var listening = listening();
    if (listening.isEmpty()) {
      return;
    }
    var arn = GroupName.arn(scope, group);
    for (var event : events) {
      var told =
          LiveTailSessionLogEvent.builder()
              .logGroupIdentifier(arn.toString())
              .logStreamName(stream)
              .timestamp(event.timestamp())
              .ingestionTime(ingestion)
              .message(event.message())
              .build();
      listening.forEach(tail -> tail.offer(arn, told));
    }
  }

  private synchronized List<Tail> listening() {
    open.removeIf(Tail::isOver);
    return List.copyOf(open);
  }
}
