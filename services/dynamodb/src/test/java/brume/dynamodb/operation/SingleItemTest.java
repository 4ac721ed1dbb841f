package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.AttributeValueUpdate;
import brume.model.dynamodb.ConditionalCheckFailedException;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ExpectedAttributeValue;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.UpdateItemInput;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SingleItemTest {
  private final Local local = new Local().table("T", "id:S");

  @Test
  void whatIsPutIsGot() {
    local.put("T", "id", "1", "n", 1.50, "set", Value.strings("b", "a"));
    assertThat(local.get("T", "id", "1"))
        .isEqualTo(stored("id", "1", "n", 1.5, "set", Value.strings("a", "b")));
    assertThat(local.get("T", "id", "2")).isNull();
    local.put("T", "id", "1", "other", Value.NULL);
    assertThat(local.get("T", "id", "1")).isEqualTo(stored("id", "1", "other", Value.NULL));
  }

  @Test
  void aPutAnswersWithWhatItReplaced() {
    var put = PutItemInput.builder().tableName("T").item(item("id", "1", "v", 1));
    var allOld = put.returnValues("ALL_OLD").returnConsumedCapacity("TOTAL").build();
    assertThat(local.invoke(DynamoDbModel.PUT_ITEM, allOld).attributes()).isNull();
    var second = local.invoke(DynamoDbModel.PUT_ITEM, allOld);
    assertThat(second.attributes()).isEqualTo(item("id", "1", "v", 1));
    assertThat(second.consumedCapacity().capacityUnits()).isEqualTo(1);
    assertThat(second.consumedCapacity().tableName()).isEqualTo("T");
    assertRefused(
        () -> local.invoke(DynamoDbModel.PUT_ITEM, put.returnValues("ALL_NEW").build()),
        "ReturnValues can only be ALL_OLD or NONE");
  }

  @Test
  void aConditionDecides() {
    var once =
        PutItemInput.builder()
            .tableName("T")
            .item(item("id", "1", "v", 1))
            .conditionExpression("attribute_not_exists(id)")
            .returnValuesOnConditionCheckFailure("ALL_OLD")
            .build();
    local.invoke(DynamoDbModel.PUT_ITEM, once);
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.PUT_ITEM, once))
        .hasMessage("The conditional request failed")
        .asInstanceOf(InstanceOfAssertFactories.type(ServiceException.class))
        .satisfies(
            e -> {
              assertThat(e.error().code()).isEqualTo("ConditionalCheckFailedException");
              assertThat(((ConditionalCheckFailedException) e.detail()).item())
                  .isEqualTo(item("id", "1", "v", 1));
            });
    var delete =
        DeleteItemInput.builder()
            .tableName("T")
            .key(item("id", "1"))
            .conditionExpression("v = :v")
            .expressionAttributeValues(Map.of(":v", AttributeValue.builder().n("2").build()));
    assertRefused(
        () -> local.invoke(DynamoDbModel.DELETE_ITEM, delete.build()),
        "The conditional request failed");
    assertThat(local.get("T", "id", "1")).isNotNull();
    delete.expressionAttributeValues(Map.of(":v", AttributeValue.builder().n("1").build()));
    local.invoke(DynamoDbModel.DELETE_ITEM, delete.build());
    assertThat(local.get("T", "id", "1")).isNull();
  }

  @Test
  void anUpdateMakesAnItemOfItsKey() {
    var update =
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("id", "1"))
            .updateExpression("SET #n = if_not_exists(#n, :zero) + :one")
            .expressionAttributeNames(Map.of("#n", "count"))
            .expressionAttributeValues(item(":zero", 0, ":one", 1))
            .returnValues("UPDATED_NEW")
            .build();
    assertThat(local.invoke(DynamoDbModel.UPDATE_ITEM, update).attributes())
        .isEqualTo(item("count", 1));
    assertThat(local.invoke(DynamoDbModel.UPDATE_ITEM, update).attributes())
        .isEqualTo(item("count", 2));
    var old = update.toBuilder().returnValues("UPDATED_OLD").build();
    assertThat(local.invoke(DynamoDbModel.UPDATE_ITEM, old).attributes())
        .isEqualTo(item("count", 2));
    var whole = update.toBuilder().returnValues("ALL_NEW").build();
    assertThat(local.invoke(DynamoDbModel.UPDATE_ITEM, whole).attributes())
        .isEqualTo(item("id", "1", "count", 4));
  }

  @Test
  void anUpdateMayBeOfTheOldForm() {
    local.put("T", "id", "1", "a", 1, "b", 2);
    local.invoke(
        DynamoDbModel.UPDATE_ITEM,
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("id", "1"))
            .attributeUpdates(
                Map.of(
                    "a", new AttributeValueUpdate("ADD", AttributeValue.builder().n("2").build()),
                    "b", new AttributeValueUpdate("DELETE", null),
                    "c", new AttributeValueUpdate(null, AttributeValue.builder().s("x").build())))
            .expected(
                Map.of(
                    "a",
                    ExpectedAttributeValue.builder()
                        .comparisonOperator("LT")
                        .attributeValueList(List.of(AttributeValue.builder().n("5").build()))
                        .build(),
                    "z",
                    ExpectedAttributeValue.builder().exists(false).build()))
            .build());
    assertThat(local.get("T", "id", "1")).isEqualTo(stored("id", "1", "a", 3, "c", "x"));
  }

  @Test
  void aReadShowsWhatItsProjectionSays() {
    local.put("T", "id", "1", "a", 1, "b", 2);
    var get = GetItemInput.builder().tableName("T").key(item("id", "1"));
    assertThat(local.invoke(DynamoDbModel.GET_ITEM, get.projectionExpression("b").build()).item())
        .isEqualTo(item("b", 2));
    var old = get.projectionExpression(null).attributesToGet(List.of("a")).build();
    assertThat(local.invoke(DynamoDbModel.GET_ITEM, old).item()).isEqualTo(item("a", 1));
    var counted = get.attributesToGet(null).returnConsumedCapacity("INDEXES").build();
    var capacity = local.invoke(DynamoDbModel.GET_ITEM, counted).consumedCapacity();
    assertThat(capacity.capacityUnits()).isEqualTo(0.5);
    assertThat(capacity.table().capacityUnits()).isEqualTo(0.5);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused(() -> local.get("None", "id", "1"), "Requested resource not found");
    assertRefused(
        () -> local.get("T", "id", 1), "The provided key element does not match the schema");
    assertRefused(
        () -> local.put("T", "x", "1"),
        "One or more parameter values were invalid: Missing the key id in the item");
    assertRefused(
        () -> local.put("T", "id", "1", "big", "x".repeat(409_600)),
        "Item size has exceeded the maximum allowed size");
    local.put("T", "id", "1", "big", "x".repeat(409_600 - 6));
    assertRefused(
        () -> update("SET more = :v", item(":v", "yy")),
        "Item size to update has exceeded the maximum allowed size");
    assertRefused(
        () -> update("SET id = :v", item(":v", "2")),
        "One or more parameter values were invalid: Cannot update attribute id. This attribute is"
            + " part of the key");
    assertRefused(
        () -> update("SET a = :v", item(":v", "2", ":w", "3")),
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:w}");
  }

  @Test
  void expressionsAndOlderParametersDoNotMix() {
    var put =
        PutItemInput.builder()
            .tableName("T")
            .item(item("id", "1"))
            .conditionExpression("attribute_exists(id)")
            .expected(Map.of("a", ExpectedAttributeValue.builder().exists(false).build()));
    assertRefused(
        () -> local.invoke(DynamoDbModel.PUT_ITEM, put.build()),
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: {Expected} Expression parameters:"
            + " {ConditionExpression}");
    assertRefused(
        () ->
            local.invoke(
                DynamoDbModel.PUT_ITEM,
                PutItemInput.builder()
                    .tableName("T")
                    .item(item("id", "1"))
                    .expressionAttributeValues(item(":v", 1))
                    .build()),
        "ExpressionAttributeValues can only be specified when using expressions:"
            + " ConditionExpression is null");
  }

  private void update(String expression, Map<String, AttributeValue> values) {
    local.invoke(
        DynamoDbModel.UPDATE_ITEM,
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("id", "1"))
            .updateExpression(expression)
            .expressionAttributeValues(values)
            .build());
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable code, String message) {
    assertThatThrownBy(code).isInstanceOf(ServiceException.class).hasMessage(message);
  }
}
