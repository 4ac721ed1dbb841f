package brume.lambda.source;

import brume.lambda.Cloud;
import brume.model.dynamodbstreams.AttributeValue;
import brume.model.dynamodbstreams.DescribeStreamOutput;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.GetRecordsOutput;
import brume.model.dynamodbstreams.GetShardIteratorOutput;
import brume.model.dynamodbstreams.Record;
import brume.model.dynamodbstreams.SequenceNumberRange;
import brume.model.dynamodbstreams.Shard;
import brume.model.dynamodbstreams.StreamDescription;
import brume.model.dynamodbstreams.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A DynamoDB stream that a test writes.
final class TestStream {
  static final String ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2026-01-02T03:04:05.000";

  private static final long FIRST = 100_000_000_000_000L;

  private final Map<String, List<Record>> shards = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final List<String> closed = new ArrayList<>();
  private int number = 100;

  /// Who asked last.
  volatile @Nullable String caller;

  TestStream(Cloud cloud) {
    cloud
        .local
        .answer(
            DynamoDbStreamsModel.DESCRIBE_STREAM,
            (call, _) -> {
              caller = call.caller().arn();
              return new DescribeStreamOutput(
                  StreamDescription.builder().streamArn(ARN).shards(described()).build());
            })
        .answer(
            DynamoDbStreamsModel.GET_SHARD_ITERATOR,
            (_, input) ->
                new GetShardIteratorOutput(
                    input.shardId()
                        + ' '
                        + start(
                            input.shardId(), input.shardIteratorType(), input.sequenceNumber())))
        .answer(
            DynamoDbStreamsModel.GET_RECORDS,
            (_, input) -> {
              var words = input.shardIterator().split(" ");
              int limit = Objects.requireNonNull(input.limit());
              return read(words[0], Integer.parseInt(words[1]), limit);
            });
  }

  /// The whole id of a shard that tests call by a short name.
  static String id(String shard) {
    return "shardId-00000000000000000000-" + shard;
  }

  synchronized void shard(String shard, @Nullable String parent) {
    shards.put(id(shard), new ArrayList<>());
    if (parent != null) {
      parents.put(id(shard), id(parent));
    }
  }

  synchronized void close(String shard) {
    closed.add(id(shard));
  }

  /// Adds a change of the item `key`, and returns its sequence number.
  synchronized String add(String shard, String key, Instant created) {
    var sequence = "1000000" + (FIRST + number++);
    Objects.requireNonNull(shards.get(id(shard)))
        .add(
            Record.builder()
                .eventId("e" + sequence)
                .eventName("INSERT")
                .eventVersion("1.1")
                .eventSource("aws:dynamodb")
                .awsRegion("us-east-1")
                .dynamodb(
                    StreamRecord.builder()
                        .approximateCreationDateTime(created)
                        .keys(Map.of("id", AttributeValue.builder().s(key).build()))
                        .newImage(Map.of("id", AttributeValue.builder().s(key).build()))
                        .sequenceNumber(sequence)
                        .sizeBytes(10L)
                        .streamViewType("NEW_IMAGE")
                        .build())
                .build());
    return sequence;
  }

  private synchronized List<Shard> described() {
    return shards.keySet().stream()
        .map(
            id ->
                Shard.builder()
                    .shardId(id)
                    .parentShardId(parents.get(id))
                    .sequenceNumberRange(
                        new SequenceNumberRange(closed.contains(id) ? "999" : null, "1"))
                    .build())
        .toList();
  }

  private synchronized int start(String shard, String type, @Nullable String after) {
    var records = Objects.requireNonNull(shards.get(shard));
    if (type.equals("TRIM_HORIZON")) {
      return 0;
    }
    if (type.equals("LATEST")) {
      return records.size();
    }
    int index = 0;
    while (!number(records.get(index)).equals(after)) {
      index++;
    }
    return index + 1;
  }

  private static String number(Record record) {
    return Objects.requireNonNull(Objects.requireNonNull(record.dynamodb()).sequenceNumber());
  }

  private synchronized GetRecordsOutput read(String shard, int from, int limit) {
    var records = Objects.requireNonNull(shards.get(shard));
    int to = Math.min(records.size(), from + limit);
    boolean end = closed.contains(shard) && to == records.size();
    return new GetRecordsOutput(
        end ? null : shard + ' ' + to, List.copyOf(records.subList(from, to)));
  }
}
