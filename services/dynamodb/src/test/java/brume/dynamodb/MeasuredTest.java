package brume.dynamodb;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
import brume.model.dynamodb.WriteRequest;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {
  private final Local local = new Local().table("T", "id:S");

  @Test
  void capacityAndItemsAreCounted() {
    local.put("T", "id", "1");
    local.put("T", "id", "2");
    assertThat(local.counted("ConsumedWriteCapacityUnits{TableName=T}")).isEqualTo(2);
    local.invoke(DynamoDbModel.SCAN, ScanInput.builder().tableName("T").build());
    assertThat(local.counted("ReturnedItemCount{Operation=Scan, TableName=T}")).isEqualTo(2);
    assertThat(local.counted("ConsumedReadCapacityUnits{TableName=T}")).isEqualTo(0.5);
    assertThat(local.counted("SuccessfulRequestLatency{Operation=PutItem, TableName=T}"))
        .isPositive();
  }

  @Test
  void refusalsAreCountedByTheirKind() {
    var never =
        PutItemInput.builder()
            .tableName("T")
            .item(item("id", "1"))
            .conditionExpression("attribute_exists(id)")
            .build();
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.PUT_ITEM, never))
        .isInstanceOf(ServiceException.class);
    assertThat(local.counted("ConditionalCheckFailedRequests{TableName=T}")).isEqualTo(1);
    assertThat(local.counted("UserErrors{}")).isZero();
    var wrong = GetItemInput.builder().tableName("T").key(item("no", "1")).build();
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.GET_ITEM, wrong))
        .isInstanceOf(ServiceException.class);
    assertThat(local.counted("UserErrors{}")).isEqualTo(1);
  }

  @Test
  void batchesAndTransactionsAreCountedForEachTable() {
    local.table("U", "id:S");
    var puts = Map.of("T", List.of(put("1")), "U", List.of(put("1"), put("2")));
    local.invoke(
        DynamoDbModel.BATCH_WRITE_ITEM, BatchWriteItemInput.builder().requestItems(puts).build());
    for (var table : List.of("T", "U")) {
      assertThat(
              local.counted(
                  "SuccessfulRequestLatency{Operation=BatchWriteItem, TableName=" + table + "}"))
          .isPositive();
    }
    var refused = transaction(creating("T", "1"), creating("U", "3"));
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, refused))
        .isInstanceOf(ServiceException.class);
    assertThat(local.counted("ConditionalCheckFailedRequests{TableName=T}")).isEqualTo(1);
    assertThat(local.counted("ConditionalCheckFailedRequests{TableName=U}")).isZero();
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, transaction(creating("U", "3")));
    assertThat(local.counted("SuccessfulRequestLatency{Operation=TransactWriteItems, TableName=U}"))
        .isPositive();
    assertThat(local.counted("UserErrors{}")).isZero();
  }

  private static WriteRequest put(String id) {
    return WriteRequest.builder().putRequest(new PutRequest(item("id", id))).build();
  }

  private static TransactWriteItem creating(String table, String id) {
    var put =
        Put.builder()
            .tableName(table)
            .item(item("id", id))
            .conditionExpression("attribute_not_exists(id)")
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private static TransactWriteItemsInput transaction(TransactWriteItem... items) {
    return TransactWriteItemsInput.builder().transactItems(List.of(items)).build();
  }
}
