package brume.lambda.source;

import brume.model.dynamodbstreams.DynamoDbStreamsError;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.GetRecordsInput;
import brume.model.dynamodbstreams.GetShardIteratorInput;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads one shard of a stream to its end.
///
/// Records of one item stay in order. With a parallelization factor, items are divided among as
/// many batches that run at the same time.
final class ShardReader {
  /// Between looks at a shard that has nothing new. AWS looks four times a second.
  private static final Duration POLL = Duration.ofMillis(100);

  /// Records of one GetRecords. Source: Amazon DynamoDB API reference, "GetRecords".
  private static final int MAX_RECORDS = 1000;

  private final Subject subject;
  private final Stop stop;
  private final String shard;
  private final Filters filters;
  private final int batchSize;
  private final int factor;
  private final Duration window;
  private Position position;
  private boolean fromLatest;
  private @Nullable String iterator;

  /// @param fromLatest whether to begin with what comes from now on
  ShardReader(Subject subject, Stop stop, String shard, Position position, boolean fromLatest) {
    this.subject = subject;
    this.stop = stop;
    this.shard = shard;
    this.position = position;
    this.fromLatest = fromLatest;
    var mapping = subject.mapping();
    filters = Filters.of(mapping.filterCriteria());
    batchSize = Objects.requireNonNull(mapping.batchSize());
    factor = Objects.requireNonNullElse(mapping.parallelizationFactor(), 1);
    window =
        Duration.ofSeconds(Objects.requireNonNullElse(mapping.maximumBatchingWindowInSeconds(), 0));
  }

  /// Until the shard ends or the mapping is stopped.
  void run() {
    int failures = 0;
    while (!stop.isStopped() && !(position instanceof Position.Finished)) {
      try {
        readOn();
        failures = 0;
      } catch (ServiceException e) {
        iterator = null;
        if (e.error() != DynamoDbStreamsError.EXPIRED_ITERATOR_EXCEPTION) {
          subject.report("PROBLEM: " + e.message());
          stop.pause(Backoff.after(++failures));
        }
      }
    }
  }

  private void readOn() {
    if (iterator == null) {
      iterator = newIterator();
    }
    var items = gather();
    if (items.isEmpty() && iterator != null) {
      stop.pause(POLL);
      return;
    }
    if (process(items)) {
      move(items);
    }
  }

  private String newIterator() {
    boolean after = position instanceof Position.After;
    var type = after ? "AFTER_SEQUENCE_NUMBER" : fromLatest ? "LATEST" : "TRIM_HORIZON";
    var number = position instanceof Position.After(String sequenceNumber) ? sequenceNumber : null;
    try {
      return iterator(type, number);
    } catch (ServiceException e) {
      if (e.error() != DynamoDbStreamsError.TRIMMED_DATA_ACCESS_EXCEPTION) {
        throw e;
      }
      return iterator("TRIM_HORIZON", null);
    }
  }

  private String iterator(String type, @Nullable String sequenceNumber) {
    var input =
        GetShardIteratorInput.builder()
            .streamArn(subject.source().toString())
            .shardId(shard)
            .shardIteratorType(type)
            .sequenceNumber(sequenceNumber)
            .build();
    var output = subject.asFunction().invoke(DynamoDbStreamsModel.GET_SHARD_ITERATOR, input);
    fromLatest = false;
    return Objects.requireNonNull(output.shardIterator());
  }

  /// What there is, up to full batches; with a window, what comes within it too. Leaves no iterator
  /// at the shard's end.
  private List<StreamItem> gather() {
    var items = new ArrayList<StreamItem>();
    int wanted = batchSize * factor;
    var since = position instanceof Position.Since(Instant moment) ? second(moment) : Instant.MIN;
    Instant closes = null;
    while (iterator != null && items.size() < wanted && !stop.isStopped()) {
      var input = new GetRecordsInput(Math.min(wanted - items.size(), MAX_RECORDS), iterator);
      var page = subject.asFunction().invoke(DynamoDbStreamsModel.GET_RECORDS, input);
      iterator = page.nextShardIterator();
      var records = page.records();
      if (records != null) {
        for (var record : records) {
          var item = StreamItem.of(record, subject.source().toString());
          if (!item.created().isBefore(since)) {
            items.add(item);
          }
        }
      }
      if (items.isEmpty() || window.isZero()) {
        return items;
      }
      var now = subject.call().now();
      closes = closes == null ? now.plus(window) : closes;
      if (!now.isBefore(closes)) {
        return items;
      }
      if (items.size() < wanted) {
        stop.pause(POLL);
      }
    }
    return items;
  }

  /// Times of records are known to the second.
  private static Instant second(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }

  private boolean process(List<StreamItem> items) {
    var admitted = items.stream().filter(item -> filters.admit(item.event())).toList();
    if (factor == 1) {
      return inBatches(admitted);
    }
    var lanes = new ArrayList<List<StreamItem>>();
    for (int i = 0; i < factor; i++) {
      lanes.add(new ArrayList<>());
    }
    for (var item : admitted) {
      lanes.get(Math.floorMod(item.key().hashCode(), factor)).add(item);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Boolean>>();
      lanes.forEach(lane -> tasks.add(() -> inBatches(lane)));
      boolean all = true;
      for (var done : threads.invokeAll(tasks)) {
        all &= value(done);
      }
      return all;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean value(Future<Boolean> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean inBatches(List<StreamItem> items) {
    var batch = new StreamBatch(subject, stop, shard);
    for (int from = 0; from < items.size(); from += batchSize) {
      if (!batch.process(items.subList(from, Math.min(items.size(), from + batchSize)))) {
        return false;
      }
    }
    return true;
  }

  private void move(List<StreamItem> items) {
    position =
        iterator == null
            ? new Position.Finished()
            : new Position.After(items.getLast().sequenceNumber());
    subject.checkpoints().put(subject.scope(), subject.id(), shard, position);
  }
}
