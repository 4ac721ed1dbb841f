package brume.dynamodb.operation.transaction;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.dynamodb.Local;
import brume.model.dynamodb.CancellationReason;
import brume.model.dynamodb.ConditionCheck;
import brume.model.dynamodb.Delete;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.Get;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.TransactGetItem;
import brume.model.dynamodb.TransactGetItemsInput;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
import brume.model.dynamodb.TransactWriteItemsOutput;
import brume.model.dynamodb.TransactionCanceledException;
import brume.model.dynamodb.Update;
import brume.shape.ServiceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
  private final Local local = new Local();

  @BeforeEach
  void fill() {
    local.table("T", "p:S").table("U", "p:S");
    local.put("T", "p", "1", "n", 1);
    local.put("U", "p", "1", "n", 1);
  }

  @Test
  void allWritesAreMade() {
    write(
        put("T", "new"),
        update("T", "1", "SET n = n + :n"),
        TransactWriteItem.builder().delete(delete("U", "1")).build(),
        check("U", "none", "attribute_not_exists(p)"));
    assertThat(local.get("T", "p", "new")).isEqualTo(stored("p", "new"));
    assertThat(local.get("T", "p", "1")).isEqualTo(stored("p", "1", "n", 11));
    assertThat(local.get("U", "p", "1")).isNull();
    assertThat(local.get("U", "p", "none")).isNull();
  }

  @Test
  void oneRefusalCancelsAll() {
    var shown =
        ConditionCheck.builder()
            .tableName("U")
            .key(item("p", "1"))
            .conditionExpression("n > :n")
            .expressionAttributeValues(item(":n", 5))
            .returnValuesOnConditionCheckFailure("ALL_OLD")
            .build();
    var reasons =
        refused(
            put("T", "new"),
            TransactWriteItem.builder().conditionCheck(shown).build(),
            update("T", "1", "SET p2 = p3 + :n"),
            check("T", "none", "attribute_exists(p)"));
    assertThat(reasons)
        .extracting(CancellationReason::code)
        .containsExactly(
            "None", "ConditionalCheckFailed", "ValidationError", "ConditionalCheckFailed");
    assertThat(reasons.get(1).item()).isEqualTo(item("p", "1", "n", 1));
    assertThat(reasons.get(1).message()).isEqualTo("The conditional request failed");
    assertThat(reasons.get(3).item()).isNull();
    assertThat(local.get("T", "p", "new")).isNull();
  }

  @Test
  void theCancellationListsItsReasons() {
    assertThatThrownBy(() -> write(put("T", "new"), check("T", "none", "attribute_exists(p)")))
        .hasMessage(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ConditionalCheckFailed]");
  }

  @Test
  void anItemIsWrittenOnce() {
    assertThatThrownBy(() -> write(put("T", "1"), check("T", "1", "attribute_exists(p)")))
        .hasMessage("Transaction request cannot include multiple operations on one item");
    write(put("T", "1"), put("U", "1"));
    var two = TransactWriteItem.builder().delete(delete("T", "1")).conditionCheck(null);
    assertThatThrownBy(
            () -> write(two.put(Put.builder().tableName("T").item(item("p", "1")).build()).build()))
        .hasMessage("TransactItems can only contain one of Check, Put, Update or Delete");
  }

  @Test
  void keysMustFit() {
    var wrong = Put.builder().tableName("T").item(item("p", 1)).build();
    assertThat(refused(put("T", "new"), TransactWriteItem.builder().put(wrong).build()))
        .extracting(CancellationReason::code)
        .containsExactly("None", "ValidationError");
  }

  @Test
  void aTokenIsCarriedOutOnce() {
    var add = request(update("T", "1", "SET n = n + :n")).clientRequestToken("token");
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, add.build());
    var again =
        local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, add.returnConsumedCapacity(null).build());
    assertThat(again.consumedCapacity()).isNull();
    assertThat(local.get("T", "p", "1")).isEqualTo(stored("p", "1", "n", 11));
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.TRANSACT_WRITE_ITEMS,
                    request(put("T", "x")).clientRequestToken("token").build()))
        .hasMessageContaining("same client token as a previous, but non-identical request");

    local.clock.advance(Duration.ofMinutes(10));
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, add.build());
    assertThat(local.get("T", "p", "1")).isEqualTo(stored("p", "1", "n", 21));
    local.clock.advance(Duration.ofMinutes(5));
    local.work();
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, add.build());
    assertThat(local.get("T", "p", "1")).isEqualTo(stored("p", "1", "n", 21));
    local.clock.advance(Duration.ofMinutes(6));
    local.work();
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, add.build());
    assertThat(local.get("T", "p", "1")).isEqualTo(stored("p", "1", "n", 31));
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    var write = request(check("T", "later", "attribute_exists(p)"), put("T", "new"));
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.TRANSACT_WRITE_ITEMS, write.clientRequestToken("t").build()))
        .hasMessageContaining("ConditionalCheckFailed");
    local.put("T", "p", "later");
    local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, write.build());
    assertThat(local.get("T", "p", "new")).isNotNull();
  }

  @Test
  void everythingCostsTwice() {
    var request = request(put("T", "new"), put("U", "new")).returnConsumedCapacity("TOTAL");
    var token = request.clientRequestToken("token").build();
    var first = local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, token).consumedCapacity();
    assertThat(first).hasSize(2);
    assertThat(first.getFirst().writeCapacityUnits()).isEqualTo(2);
    var again = local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, token).consumedCapacity();
    assertThat(again.getFirst().writeCapacityUnits()).isNull();
    assertThat(again.getFirst().readCapacityUnits()).isEqualTo(2);
  }

  @Test
  void aTransactionHasABound() {
    var parts =
        java.util.stream.IntStream.range(0, 11)
            .mapToObj(
                i ->
                    Put.builder()
                        .tableName("T")
                        .item(item("p", "large-" + i, "t", "x".repeat(390_000)))
                        .build())
            .map(put -> TransactWriteItem.builder().put(put).build())
            .toArray(TransactWriteItem[]::new);
    assertThatThrownBy(() -> write(parts)).hasMessageContaining("aggregate size");
    assertThat(local.get("T", "p", "large-0")).isNull();
  }

  @Test
  void itemsAreReadAtOneMoment() {
    var read =
        TransactGetItemsInput.builder()
            .transactItems(List.of(get("T", "1", "n"), get("U", "none", null)))
            .returnConsumedCapacity("TOTAL")
            .build();
    var reply = local.invoke(DynamoDbModel.TRANSACT_GET_ITEMS, read);
    assertThat(reply.responses().get(0).item()).isEqualTo(item("n", 1));
    assertThat(reply.responses().get(1).item()).isNull();
    assertThat(reply.consumedCapacity().getFirst().readCapacityUnits()).isEqualTo(2);
    var twice = read.toBuilder().transactItems(List.of(get("T", "1", null), get("T", "1", "n")));
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.TRANSACT_GET_ITEMS, twice.build()))
        .hasMessageContaining("multiple operations on one item");
  }

  private List<CancellationReason> refused(TransactWriteItem... items) {
    var error = catchThrowableOfType(ServiceException.class, () -> write(items));
    assertThat(error.error().code()).isEqualTo("TransactionCanceledException");
    return ((TransactionCanceledException) error.detail()).cancellationReasons();
  }

  private TransactWriteItemsOutput write(TransactWriteItem... items) {
    return local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, request(items).build());
  }

  private static TransactWriteItemsInput.Builder request(TransactWriteItem... items) {
    return TransactWriteItemsInput.builder().transactItems(Arrays.asList(items));
  }

  private static TransactWriteItem put(String table, String key) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item("p", key)).build())
        .build();
  }

  private static TransactWriteItem update(String table, String key, String expression) {
    var update =
        Update.builder()
            .tableName(table)
            .key(item("p", key))
            .updateExpression(expression)
            .expressionAttributeValues(item(":n", 10))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static Delete delete(String table, String key) {
    return Delete.builder().tableName(table).key(item("p", key)).build();
  }

  private static TransactWriteItem check(String table, String key, String condition) {
    var check =
        ConditionCheck.builder()
            .tableName(table)
            .key(item("p", key))
            .conditionExpression(condition)
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  private static TransactGetItem get(String table, String key, String projection) {
    return new TransactGetItem(
        Get.builder()
            .tableName(table)
            .key(item("p", key))
            .projectionExpression(projection)
            .build());
  }
}
