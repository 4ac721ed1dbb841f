package brume.dynamodb.throughput;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.BatchGetItemInput;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.KeysAndAttributes;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.WriteRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final String EXCEEDED =
      "The level of configured provisioned throughput for the table was exceeded. Consider"
          + " increasing your provisioning level with the UpdateTable API.";

  private final Local local = new Local();

  @Test
  void writesBeyondTheCreditAreRefused() {
    create(1, 1);
    for (int i = 0; i < 300; i++) {
      local.put("T", "p", "1", "i", i);
    }
    assertThatThrownBy(() -> local.put("T", "p", "1")).hasMessage(EXCEEDED);
    local.clock.advance(Duration.ofSeconds(2));
    local.put("T", "p", "1");
    local.put("T", "p", "1");
    assertThatThrownBy(() -> local.put("T", "p", "1")).hasMessage(EXCEEDED);
    local.clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 300; i++) {
      local.put("T", "p", "1", "i", i);
    }
    assertThatThrownBy(() -> local.put("T", "p", "1")).hasMessage(EXCEEDED);
  }

  @Test
  void readsBeyondTheCreditAreRefused() {
    create(1, 100);
    local.put("T", "p", "1", "t", Value.of("x".repeat(200_000)));
    var scan = ScanInput.builder().tableName("T").consistentRead(true).build();
    // 49 units each: the seventh takes what is left and more.
    for (int i = 0; i < 7; i++) {
      local.invoke(DynamoDbModel.SCAN, scan);
    }
    var get = GetItemInput.builder().tableName("T").key(item("p", "2")).build();
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.GET_ITEM, get)).hasMessage(EXCEEDED);
    local.clock.advance(Duration.ofSeconds(60));
    local.invoke(DynamoDbModel.GET_ITEM, get);
  }

  @Test
  void anIndexHoldsBackItsTable() {
    var units = new ProvisionedThroughput(100L, 100L);
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .billingMode("PROVISIONED")
            .provisionedThroughput(units)
            .attributeDefinitions(Local.attributes("p:S", "v:N"))
            .globalSecondaryIndexes(
                List.of(
                    GlobalSecondaryIndex.builder()
                        .indexName("byV")
                        .keySchema(Local.schema("v:N"))
                        .projection(new Projection(null, "ALL"))
                        .provisionedThroughput(new ProvisionedThroughput(1L, 1L))
                        .build()))
            .build());
    for (int i = 0; i < 150; i++) {
      local.put("T", "p", "1", "v", i);
    }
    local.put("T", "p", "2", "v", 1);
    assertThatThrownBy(() -> local.put("T", "p", "2"))
        .hasMessageContaining("one or more global secondary indexes");
  }

  @Test
  void batchesLeaveWhatIsThrottled() {
    create(1, 1);
    var puts =
        IntStream.range(0, 25)
            .mapToObj(
                i ->
                    new WriteRequest(
                        null, new PutRequest(item("p", "" + i, "t", "x".repeat(20_000)))))
            .toList();
    var batch = BatchWriteItemInput.builder().requestItems(Map.of("T", puts)).build();
    var written = local.invoke(DynamoDbModel.BATCH_WRITE_ITEM, batch);
    int left = written.unprocessedItems().get("T").size();
    assertThat(left).isBetween(1, 24);
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.BATCH_WRITE_ITEM, batch))
        .hasMessage(EXCEEDED);
    var keys = IntStream.range(0, 100).mapToObj(i -> item("p", "" + i % 100)).toList();
    var get =
        BatchGetItemInput.builder()
            .requestItems(
                Map.of("T", KeysAndAttributes.builder().keys(keys).consistentRead(true).build()));
    // 21 items of 5 units and 79 that are not there: 184 units of 300.
    assertThat(local.invoke(DynamoDbModel.BATCH_GET_ITEM, get.build()).unprocessedKeys()).isEmpty();
    var read = local.invoke(DynamoDbModel.BATCH_GET_ITEM, get.build());
    assertThat(read.unprocessedKeys().get("T").keys()).isNotEmpty();
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.BATCH_GET_ITEM, get.build()))
        .hasMessage(EXCEEDED);
  }

  private void create(long read, long write) {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .billingMode("PROVISIONED")
            .provisionedThroughput(new ProvisionedThroughput(read, write))
            .build());
  }
}
