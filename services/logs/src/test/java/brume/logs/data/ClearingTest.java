package brume.logs.data;

import static brume.model.logs.CloudWatchLogsModel.DELETE_LOG_GROUP;
import static brume.model.logs.CloudWatchLogsModel.DELETE_LOG_STREAM;
import static brume.model.logs.CloudWatchLogsModel.DESCRIBE_LOG_STREAMS;
import static brume.model.logs.CloudWatchLogsModel.PUT_RETENTION_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import brume.logs.LogsLocal;
import brume.model.logs.DeleteLogGroupRequest;
import brume.model.logs.DeleteLogStreamRequest;
import brume.model.logs.DescribeLogStreamsRequest;
import brume.model.logs.PutRetentionPolicyRequest;
import brume.service.Delivery.Outcome;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Key;
import brume.testing.Local;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClearingTest {
  private final LogsLocal logs = new LogsLocal();

  @Test
  void nothingIsLeftOfAGroup() throws Exception {
    logs.group("g").stream("g", "a").stream("g", "b");
    logs.put("g", "a", "0 x", "0 y");
    logs.put("g", "b", "0 z");
    logs.invoke(DELETE_LOG_GROUP, new DeleteLogGroupRequest("g"));
    assertThat(deliver()).isEqualTo(new Outcome.Done());
    assertThat(entries()).isZero();
  }

  @Test
  void onlyTheStreamIsCleared() throws Exception {
    logs.group("g").stream("g", "a").stream("g", "b").stream("g", "c");
    logs.put("g", "b", "0 z");
    long before = entries();
    logs.put("g", "a", IntStream.range(0, 3000).mapToObj(_ -> LogsLocal.event("0 x")).toList());
    logs.put("g", "a", "0 x");
    logs.invoke(DELETE_LOG_STREAM, new DeleteLogStreamRequest("g", "a"));
    deliver();
    assertThat(entries()).isEqualTo(before - 2);
    assertThat(logs.filtered("g", "")).containsExactly("b:z");
  }

  @Test
  void oldEventsGoWithTheirTime() throws Exception {
    logs.group("g").stream("g", "a").stream("g", "b");
    logs.invoke(PUT_RETENTION_POLICY, new PutRetentionPolicyRequest("g", 1));
    logs.put("g", "a", "-2000 x", "-1000 y");
    logs.put("g", "b", "-2000 z");
    var groups = new Groups(logs.local.store);
    var job = new Retention(logs.local.store, groups, new Streams(logs.local.store));
    logs.local.clock.advance(Duration.ofDays(1).minusSeconds(2));
    job.run(logs.local.call());
    assertThat(logs.filtered("g", "")).hasSize(3);
    logs.local.clock.advance(Duration.ofSeconds(1));
    job.run(logs.local.call());
    assertThat(logs.filtered("g", "")).containsExactly("a:y");
    var listed = DescribeLogStreamsRequest.builder().logGroupName("g").build();
    var streams = logs.invoke(DESCRIBE_LOG_STREAMS, listed).logStreams();
    assertThat(streams.get(0).firstEventTimestamp()).isEqualTo(LogsLocal.NOW - 1000);
    assertThat(streams.get(1).firstEventTimestamp()).isNull();
    var group = groups.get(Local.SCOPE, "g");
    var stream = new Streams(logs.local.store).get(Local.SCOPE, group, "a");
    assertThat(stream.bytes()).isEqualTo(27);
  }

  private Outcome deliver() throws InterruptedException {
    Owed owed;
    try (var snapshot = logs.local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      assertThat(cursor.next()).isTrue();
      owed = Outbox.decode(cursor.value());
    }
    assertThat(owed.kind()).isEqualTo(Clearing.KIND);
    return new Clearing(logs.local.store).deliver(logs.local.call(), owed);
  }

  /// All that is stored of the scope.
  private long entries() {
    var scope = Key.of(Local.SCOPE.account(), Local.SCOPE.region());
    long count = 0;
    try (var snapshot = logs.local.store.snapshot();
        var cursor = snapshot.scan(scope.children())) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }
}
