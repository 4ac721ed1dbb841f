package brume.dynamodb.history;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.UpdateItemInput;
import brume.model.dynamodbstreams.DescribeStreamInput;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.GetRecordsInput;
import brume.model.dynamodbstreams.GetShardIteratorInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A reader that follows a stream while many write never misses a record, and sees those of each
/// item in the order of its changes.
class StreamReaderTest {
  private static final int WRITERS = 6;
  private static final int CHANGES = 400;
  private static final int ITEMS = 7;

  private final Local local = new Local();

  @Test
  void aReaderMissesNothing() throws Exception {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .streamSpecification(new StreamSpecification(true, "NEW_IMAGE"))
            .build());
    var next = iterator();
    var counts = new HashMap<String, Integer>();
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var writers = new ArrayList<Future<?>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        writers.add(threads.submit(() -> write(first)));
      }
      boolean areDone = false;
      while (true) {
        // Asked before reading: what is there then is all there is.
        areDone = writers.stream().allMatch(Future::isDone);
        var page = local.invoke(DynamoDbStreamsModel.GET_RECORDS, new GetRecordsInput(null, next));
        for (var record : page.records()) {
          var image = record.dynamodb().newImage();
          var count = Integer.valueOf(image.get("n").n());
          var before = counts.put(image.get("p").s(), count);
          assertThat(count).isEqualTo(before == null ? 1 : before + 1);
        }
        next = page.nextShardIterator();
        if (areDone && page.records().isEmpty()) {
          break;
        }
      }
      for (var writer : writers) {
        writer.get();
      }
    }
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(WRITERS * CHANGES);
  }

  private void write(int first) {
    for (int i = 0; i < CHANGES; i++) {
      local.invoke(
          DynamoDbModel.UPDATE_ITEM,
          UpdateItemInput.builder()
              .tableName("T")
              .key(Map.copyOf(item("p", "item-" + (first + i) % ITEMS)))
              .updateExpression("ADD n :one")
              .expressionAttributeValues(item(":one", 1))
              .build());
    }
  }

  private String iterator() {
    var arn =
        local
            .invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput("T"))
            .table()
            .latestStreamArn();
    var shard =
        local
            .invoke(
                DynamoDbStreamsModel.DESCRIBE_STREAM,
                DescribeStreamInput.builder().streamArn(arn).build())
            .streamDescription()
            .shards()
            .getFirst();
    return local
        .invoke(
            DynamoDbStreamsModel.GET_SHARD_ITERATOR,
            new GetShardIteratorInput(null, shard.shardId(), "LATEST", arn))
        .shardIterator();
  }
}
