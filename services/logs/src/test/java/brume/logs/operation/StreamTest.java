package brume.logs.operation;

import static brume.model.logs.CloudWatchLogsModel.DELETE_LOG_STREAM;
import static brume.model.logs.CloudWatchLogsModel.DESCRIBE_LOG_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.logs.LogsLocal;
import brume.model.logs.DeleteLogStreamRequest;
import brume.model.logs.DescribeLogStreamsRequest;
import brume.model.logs.DescribeLogStreamsResponse;
import brume.model.logs.LogStream;
import brume.service.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTest {
  private final LogsLocal logs = new LogsLocal().group("g");

  @Test
  void theBytesOfEventsAreMetered() {
    logs.stream("g", "s");
    logs.put("g", "s", "0 hello", "0 é");
    assertThat(logs.local.used).containsEntry(new Unit("logs", "IncomingBytes"), 5 + 2 + 2 * 26.0);
  }

  @Test
  void aStreamIsDescribed() {
    logs.stream("g", "s");
    logs.put("g", "s", "-5 a", "-3 b");
    logs.put("g", "s", "-9 c");
    var stream = describe(wanted()).logStreams().getFirst();
    assertThat(stream.arn())
        .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s");
    assertThat(stream.creationTime()).isEqualTo(LogsLocal.NOW);
    assertThat(stream.firstEventTimestamp()).isEqualTo(LogsLocal.NOW - 9);
    assertThat(stream.lastEventTimestamp()).isEqualTo(LogsLocal.NOW - 3);
    assertThat(stream.lastIngestionTime()).isEqualTo(LogsLocal.NOW);
    assertThat(stream.storedBytes()).isZero();
    assertThat(stream.uploadSequenceToken()).hasSize(56).endsWith("04");
  }

  @Test
  void aNameIsTakenUntilItsStreamIsDeleted() {
    logs.stream("g", "s");
    logs.put("g", "s", "0 old");
    assertThatThrownBy(() -> logs.stream("g", "s"))
        .hasMessage("The specified log stream already exists");
    logs.invoke(DELETE_LOG_STREAM, new DeleteLogStreamRequest("g", "s"));
    assertThat(logs.filtered("g", "")).isEmpty();
    assertThatThrownBy(() -> logs.invoke(DELETE_LOG_STREAM, new DeleteLogStreamRequest("g", "s")))
        .hasMessage("The specified log stream does not exist.");
    logs.stream("g", "s");
    logs.put("g", "s", "0 new");
    assertThat(logs.filtered("g", "")).containsExactly("s:new");
  }

  @Test
  void streamsNeedTheirGroup() {
    assertThatThrownBy(() -> logs.stream("none", "s"))
        .hasMessage("The specified log group does not exist.");
    assertThatThrownBy(() -> logs.put("g", "none", "0 x"))
        .hasMessage("The specified log stream does not exist.");
  }

  @Test
  void streamsAreListedByNameOrTime() {
    List.of("c", "a", "b", "ab").forEach(name -> logs.stream("g", name));
    logs.put("g", "a", "-1 x");
    logs.put("g", "b", "-2 x");
    logs.put("g", "c", "-3 x");
    assertThat(names(wanted())).containsExactly("a", "ab", "b", "c");
    assertThat(names(wanted().descending(true))).containsExactly("c", "b", "ab", "a");
    assertThat(names(wanted().logStreamNamePrefix("a"))).containsExactly("a", "ab");
    var byTime = wanted().orderBy("LastEventTime");
    assertThat(names(byTime)).containsExactly("ab", "c", "b", "a");
    assertThat(names(byTime.descending(true))).containsExactly("a", "b", "c", "ab");
    assertThat(names(byTime.limit(1))).containsExactly("a", "b", "c", "ab");
    assertThatThrownBy(() -> describe(byTime.logStreamNamePrefix("a")))
        .hasMessage("Cannot order by LastEventTime with a logStreamNamePrefix.");
  }

  @Test
  void aGroupIsNamedInOneWayOnly() {
    var both = wanted().logGroupIdentifier("g");
    assertThatThrownBy(() -> describe(both)).hasMessageContaining("mutually exclusive");
    var neither = DescribeLogStreamsRequest.builder();
    assertThatThrownBy(() -> describe(neither)).hasMessageContaining("must be specified");
    logs.stream("g", "s");
    var arn = "arn:aws:logs:us-east-1:000000000000:log-group:g";
    assertThat(names(DescribeLogStreamsRequest.builder().logGroupIdentifier(arn)))
        .containsExactly("s");
  }

  private static DescribeLogStreamsRequest.Builder wanted() {
    return DescribeLogStreamsRequest.builder().logGroupName("g");
  }

  /// Of all pages.
  private List<String> names(DescribeLogStreamsRequest.Builder wanted) {
    var names = new ArrayList<String>();
    var page = describe(wanted);
    page.logStreams().stream().map(LogStream::logStreamName).forEach(names::add);
    while (page.nextToken() != null) {
      page = describe(wanted.build().toBuilder().nextToken(page.nextToken()));
      page.logStreams().stream().map(LogStream::logStreamName).forEach(names::add);
    }
    return names;
  }

  private DescribeLogStreamsResponse describe(DescribeLogStreamsRequest.Builder wanted) {
    return logs.invoke(DESCRIBE_LOG_STREAMS, wanted.build());
  }
}
