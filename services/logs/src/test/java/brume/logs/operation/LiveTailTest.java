package brume.logs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.logs.LogsLocal;
import brume.logs.tail.Tails;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.LiveTailSessionLogEvent;
import brume.model.logs.StartLiveTailRequest;
import brume.model.logs.StartLiveTailResponseStream;
import brume.testing.Local;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTailTest {
  private final LogsLocal logs =
      new LogsLocal().group("g").stream("g", "a").stream("g", "ab").stream("g", "c");
  private Iterable<StartLiveTailResponseStream> last = List.of();

  @Test
  void aSessionIsToldOfWhatIsPutAfterItsStart() {
    logs.put("g", "a", "-9 before");
    var session = tail(wanted());
    var start = session.next().sessionStart();
    assertThat(start.logGroupIdentifiers()).containsExactly(arn("g"));
    assertThat(start.sessionId()).isNotEmpty();
    logs.put("g", "c", "-3 first", "-2 second");
    logs.put("g", "a", "-5 third");
    var found = results(session);
    assertThat(found.stream().map(event -> event.logStreamName() + ':' + event.message()))
        .containsExactly("c:first", "c:second", "a:third");
    assertThat(found.getFirst().logGroupIdentifier()).isEqualTo(arn("g"));
    assertThat(found.getFirst().timestamp()).isEqualTo(LogsLocal.NOW - 3);
    assertThat(found.getFirst().ingestionTime()).isEqualTo(LogsLocal.NOW);
    assertThat(results(session)).isEmpty();
  }

  @Test
  void groupsStreamsAndMessagesAreChosen() {
    logs.group("other").stream("other", "a");
    var named = tail(wanted().logStreamNames(List.of("c")));
    var begun = tail(wanted().logStreamNamePrefixes(List.of("a")));
    var matched = tail(wanted().logEventFilterPattern("needle"));
    List.of(named, begun, matched).forEach(Iterator::next);
    logs.put("other", "a", "0 needle elsewhere");
    logs.put("g", "a", "0 hay");
    logs.put("g", "c", "0 needle");
    logs.put("g", "ab", "0 straw");
    assertThat(messages(named)).containsExactly("needle");
    assertThat(messages(begun)).containsExactly("hay", "straw");
    assertThat(messages(matched)).containsExactly("needle");
  }

  @Test
  void ofMoreEventsThanAnUpdateHoldsASampleIsSent() {
    var session = tail(wanted());
    session.next();
    var many = IntStream.range(0, 1_000).mapToObj(i -> LogsLocal.event("0 " + i)).toList();
    logs.put("g", "a", many);
    var update = session.next().sessionUpdate();
    assertThat(update.sessionMetadata().sampled()).isTrue();
    assertThat(update.sessionResults()).hasSize(500);
    assertThat(update.sessionResults().getLast().message()).isEqualTo("998");
    assertThat(session.next().sessionUpdate().sessionMetadata().sampled()).isFalse();
  }

  @Test
  void whatWaitsForASlowClientIsBounded() {
    var session = tail(wanted());
    session.next();
    var many = IntStream.range(0, 6_000).mapToObj(i -> LogsLocal.event("0 " + i)).toList();
    logs.put("g", "a", many);
    var update = session.next().sessionUpdate();
    assertThat(update.sessionMetadata().sampled()).isTrue();
    assertThat(update.sessionResults().getFirst().message()).isEqualTo("1000");
  }

  @Test
  void aSessionTimesOut() {
    var session = tail(wanted());
    session.next();
    logs.local.clock.advance(Duration.ofHours(3));
    assertThat(session.next().sessionTimeoutException()).isNotNull();
    assertThat(session.hasNext()).isFalse();
  }

  @Test
  void closedSessionsMakeRoomForOthers() throws IOException {
    for (int i = 0; i < Tails.MAX_SESSIONS; i++) {
      tail(wanted());
    }
    assertThatThrownBy(() -> tail(wanted())).hasMessageContaining("15 Live Tail sessions");
    var closed = last.iterator();
    ((Closeable) last).close();
    assertThat(closed.hasNext()).isFalse();
    assertThat(tail(wanted()).hasNext()).isTrue();
  }

  @Test
  void whatCannotBeTailedIsRefused() {
    assertThatThrownBy(() -> tail(wanted().logGroupIdentifiers(List.of("g"))))
        .hasMessageContaining("Invalid ARN");
    assertThatThrownBy(() -> tail(wanted().logGroupIdentifiers(List.of(arn("none")))))
        .hasMessageContaining("does not exist");
    var both = wanted().logStreamNames(List.of("a")).logStreamNamePrefixes(List.of("a"));
    assertThatThrownBy(() -> tail(both)).hasMessageContaining("mutually exclusive");
    logs.group("h");
    var two = wanted().logGroupIdentifiers(List.of(arn("g"), arn("h")));
    assertThatThrownBy(() -> tail(two.logStreamNames(List.of("a"))))
        .hasMessageContaining("one log group only");
  }

  private StartLiveTailRequest.Builder wanted() {
    return StartLiveTailRequest.builder().logGroupIdentifiers(List.of(arn("g")));
  }

  private String arn(String group) {
    var scope = Local.SCOPE;
    return "arn:aws:logs:" + scope.region() + ':' + scope.account() + ":log-group:" + group;
  }

  private Iterator<StartLiveTailResponseStream> tail(StartLiveTailRequest.Builder wanted) {
    last = logs.invoke(CloudWatchLogsModel.START_LIVE_TAIL, wanted.build()).responseStream();
    return last.iterator();
  }

  private static List<LiveTailSessionLogEvent> results(
      Iterator<StartLiveTailResponseStream> session) {
    return session.next().sessionUpdate().sessionResults();
  }

  private static List<String> messages(Iterator<StartLiveTailResponseStream> session) {
    return results(session).stream().map(LiveTailSessionLogEvent::message).toList();
  }
}
