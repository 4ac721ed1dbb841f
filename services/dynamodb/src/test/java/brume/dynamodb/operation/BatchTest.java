package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.BatchGetItemInput;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.DeleteRequest;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.KeysAndAttributes;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.WriteRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final Local local = new Local().table("T", "id:N").table("U", "id:N");

  @Test
  void writesGoToAllTables() {
    local.put("T", "id", 1);
    var reply =
        local.invoke(
            DynamoDbModel.BATCH_WRITE_ITEM,
            BatchWriteItemInput.builder()
                .requestItems(
                    Map.of(
                        "T", List.of(delete(1), put(item("id", 2, "v", "x"))),
                        "U", List.of(put(item("id", 1)))))
                .returnConsumedCapacity("TOTAL")
                .build());
    assertThat(reply.unprocessedItems()).isEmpty();
    assertThat(reply.consumedCapacity()).hasSize(2);
    assertThat(local.get("T", "id", 1)).isNull();
    assertThat(local.get("T", "id", 2)).isEqualTo(stored("id", 2, "v", "x"));
    assertThat(local.get("U", "id", 1)).isNotNull();
  }

  @Test
  void aBatchHasBoundsAndNoDuplicates() {
    var many = IntStream.range(0, 26).mapToObj(i -> put(item("id", i))).toList();
    assertThatThrownBy(() -> write(many))
        .hasMessage("Too many items requested for the BatchWriteItem call");
    assertThatThrownBy(() -> write(List.of(put(item("id", 1)), delete(1))))
        .hasMessage("Provided list of item keys contains duplicates");
    write(many.subList(0, 25));
    assertThat(local.get("T", "id", 24)).isNotNull();
    var keys = IntStream.range(0, 101).mapToObj(i -> item("id", i)).toList();
    assertThatThrownBy(() -> read(keys))
        .hasMessage("Too many items requested for the BatchGetItem call");
    assertThatThrownBy(() -> read(List.of(item("id", 1), item("id", 1))))
        .hasMessage("Provided list of item keys contains duplicates");
    assertThat(read(keys.subList(20, 30))).hasSize(5);
  }

  @Test
  void readsShowWhatTheirProjectionSays() {
    local.put("T", "id", 1, "a", "x", "b", "y");
    var keys =
        KeysAndAttributes.builder().keys(List.of(item("id", 1))).projectionExpression("b").build();
    var reply =
        local.invoke(
            DynamoDbModel.BATCH_GET_ITEM,
            BatchGetItemInput.builder().requestItems(Map.of("T", keys)).build());
    assertThat(reply.responses().get("T")).containsExactly(item("b", "y"));
    assertThat(reply.unprocessedKeys()).isEmpty();
  }

  @Test
  void anAnswerHasAtMostSixteenMegabytes() {
    var text = "x".repeat(399_000);
    for (int i = 0; i < 50; i++) {
      local.put("T", "id", i, "v", text);
    }
    var keys = IntStream.range(0, 50).mapToObj(i -> item("id", i)).toList();
    var reply =
        local.invoke(
            DynamoDbModel.BATCH_GET_ITEM,
            BatchGetItemInput.builder()
                .requestItems(Map.of("T", KeysAndAttributes.builder().keys(keys).build()))
                .build());
    assertThat(reply.responses().get("T")).hasSize((16 << 20) / 399_010);
    assertThat(reply.unprocessedKeys().get("T").keys())
        .hasSize(50 - reply.responses().get("T").size());
  }

  private void write(List<WriteRequest> writes) {
    local.invoke(
        DynamoDbModel.BATCH_WRITE_ITEM,
        BatchWriteItemInput.builder().requestItems(Map.of("T", writes)).build());
  }

  private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
    var request = Map.of("T", KeysAndAttributes.builder().keys(keys).build());
    return local
        .invoke(
            DynamoDbModel.BATCH_GET_ITEM, BatchGetItemInput.builder().requestItems(request).build())
        .responses()
        .get("T");
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return new WriteRequest(null, new PutRequest(item));
  }

  private static WriteRequest delete(int id) {
    return new WriteRequest(new DeleteRequest(item("id", id)), null);
  }
}
