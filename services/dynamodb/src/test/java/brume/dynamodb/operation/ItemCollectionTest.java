package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ItemCollectionMetrics;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.WriteRequest;
import brume.store.Key;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemCollectionTest {
  private final Local local = new Local();

  @BeforeEach
  void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S", "s:N")
            .attributeDefinitions(Local.attributes("p:S", "s:N", "v:N"))
            .localSecondaryIndexes(
                List.of(
                    LocalSecondaryIndex.builder()
                        .indexName("byV")
                        .keySchema(Local.schema("p:S", "v:N"))
                        .projection(new Projection(null, "KEYS_ONLY"))
                        .build()))
            .build());
    local.table("U", "p:S", "s:N");
  }

  @Test
  void sizesAreToldOfTablesWithLocalIndexes() {
    var metrics = put("T", "SIZE");
    assertThat(metrics.itemCollectionKey()).isEqualTo(item("p", "1"));
    assertThat(metrics.sizeEstimateRangeGb()).containsExactly(0.0, 1.0);
    assertThat(put("T", null)).isNull();
    assertThat(put("T", "NONE")).isNull();
    assertThat(put("U", "SIZE")).isNull();
    var batch =
        BatchWriteItemInput.builder()
            .requestItems(
                Map.of(
                    "T", List.of(new WriteRequest(null, new PutRequest(item("p", "1", "s", 9))))))
            .returnItemCollectionMetrics("SIZE")
            .build();
    assertThat(local.invoke(DynamoDbModel.BATCH_WRITE_ITEM, batch).itemCollectionMetrics().get("T"))
        .hasSize(1);
  }

  @Test
  void whatGoesDoesNotCount() {
    for (int i = 0; i < 20; i++) {
      local.put("T", "p", "1", "s", i, "v", i);
    }
    // Each of 2 + 3 + 3 bytes, and its entry in the index of as many.
    assertThat(counted()).isEqualTo(stored(20));
    for (int i = 0; i < 19; i++) {
      local.invoke(
          DynamoDbModel.DELETE_ITEM,
          DeleteItemInput.builder().tableName("T").key(item("p", "1", "s", i)).build());
    }
    assertThat(counted()).isEqualTo(stored(1));
  }

  private static long stored(int items) {
    // The sort key and the value 0 take two bytes with their name, all others three.
    return items == 1 ? 16 : items * 16L - 4;
  }

  /// The sum of all cells, which are the only values of eight bytes under the table's collections.
  private long counted() {
    long sum = 0;
    try (var snapshot = local.store.snapshot();
        var cursor =
            snapshot.scan(Key.of(Local.SCOPE.account(), Local.SCOPE.region(), "ddb").children())) {
      while (cursor.next()) {
        sum += cursor.value().length == Long.BYTES ? ByteBuffer.wrap(cursor.value()).getLong() : 0;
      }
    }
    return sum;
  }

  private ItemCollectionMetrics put(String table, String returned) {
    return local
        .invoke(
            DynamoDbModel.PUT_ITEM,
            PutItemInput.builder()
                .tableName(table)
                .item(item("p", "1", "s", 1, "v", 1))
                .returnItemCollectionMetrics(returned)
                .build())
        .itemCollectionMetrics();
  }
}
