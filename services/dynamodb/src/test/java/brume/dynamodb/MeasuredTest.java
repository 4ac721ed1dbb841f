package brume.dynamodb;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.ScanInput;
import brume.shape.ServiceException;
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
}
