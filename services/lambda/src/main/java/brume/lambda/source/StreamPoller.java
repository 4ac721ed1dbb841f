package brume.lambda.source;

import brume.model.dynamodbstreams.DescribeStreamInput;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.Shard;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Reads a DynamoDB stream: a reader for each shard whose parent was read to its end.
final class StreamPoller {
  /// Between looks for new shards.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Subject subject;
  private final Stop stop;
  private final Map<String, Thread> readers = new ConcurrentHashMap<>();

  StreamPoller(Subject subject, Stop stop) {
    this.subject = subject;
    this.stop = stop;
  }

  /// Until it is stopped; then waits for the readers.
  void run() throws InterruptedException {
    int failures = 0;
    while (!stop.isStopped()) {
      try {
        look();
        failures = 0;
        stop.pause(LOOK);
      } catch (ServiceException e) {
        subject.report("PROBLEM: " + e.message());
        stop.pause(Backoff.after(++failures));
      }
    }
    for (var reader : readers.values()) {
      reader.join();
    }
  }

  private void look() {
    var shards = shards();
    var known = subject.checkpoints().of(subject.scope(), subject.id());
    boolean fresh = known.isEmpty();
    var positions = new HashMap<>(known);
    if (fresh) {
      begin(shards, positions);
    }
    boolean latest = fresh && "LATEST".equals(subject.mapping().startingPosition());
    var ids = shards.stream().map(StreamPoller::id).toList();
    for (var shard : shards) {
      var parent = shard.parentShardId();
      boolean turn =
          parent == null
              || !ids.contains(parent)
              || positions.get(parent) instanceof Position.Finished;
      var position = positions.getOrDefault(id(shard), new Position.Since(Instant.EPOCH));
      if (turn && !(position instanceof Position.Finished)) {
        read(id(shard), position, latest);
      }
    }
  }

  /// Where the mapping begins is fixed once, so that a restart leaves nothing out.
  private void begin(List<Shard> shards, Map<String, Position> positions) {
    boolean latest = "LATEST".equals(subject.mapping().startingPosition());
    var now = subject.call().now();
    for (var shard : shards) {
      var range = shard.sequenceNumberRange();
      boolean closed = range != null && range.endingSequenceNumber() != null;
      var position =
          latest && closed
              ? new Position.Finished()
              : new Position.Since(latest ? now : Instant.EPOCH);
      positions.put(id(shard), position);
      subject.checkpoints().put(subject.scope(), subject.id(), id(shard), position);
    }
  }

  private void read(String shard, Position position, boolean latest) {
    var reader = readers.get(shard);
    if (reader == null || !reader.isAlive()) {
      readers.put(
          shard,
          Thread.ofVirtual()
              .name("shard-" + shard)
              .start(new ShardReader(subject, stop, shard, position, latest)::run));
    }
  }

  private static String id(Shard shard) {
    return Objects.requireNonNull(shard.shardId());
  }

  private List<Shard> shards() {
    var all = new ArrayList<Shard>();
    String last = null;
    do {
      var input =
          DescribeStreamInput.builder()
              .streamArn(subject.source().toString())
              .exclusiveStartShardId(last)
              .build();
      var output = subject.asFunction().invoke(DynamoDbStreamsModel.DESCRIBE_STREAM, input);
      var stream = Objects.requireNonNull(output.streamDescription());
      if (stream.shards() != null) {
        all.addAll(stream.shards());
      }
      last = stream.lastEvaluatedShardId();
    } while (last != null);
    return all;
  }
}
