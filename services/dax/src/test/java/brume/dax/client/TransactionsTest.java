package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.dax.Cloud;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Transactions by AWS's client for Java.
class TransactionsTest {
  private static Cloud cloud;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud.table("Todos", "id:S");
    client = JavaClient.of(cloud, cloud.cluster("transactions"));
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  private static void put(Object... item) {
    client.putItem(request -> request.tableName("Todos").item(item(item)));
  }

  private static Map<String, AttributeValue> get(String id) {
    return client.getItem(r -> r.tableName("Todos").key(item("id", id))).item();
  }

  @Test
  void writesAllActions() {
    put("id", "updated", "n", 1);
    put("id", "deleted");
    put("id", "checked", "n", 1);
    var written =
        client.transactWriteItems(
            request ->
                request
                    .transactItems(
                        TransactWriteItem.builder()
                            .put(put -> put.tableName("Todos").item(item("id", "put", "n", 5)))
                            .build(),
                        TransactWriteItem.builder()
                            .update(
                                update ->
                                    update
                                        .tableName("Todos")
                                        .key(item("id", "updated"))
                                        .updateExpression("ADD n :one")
                                        .expressionAttributeValues(item(":one", 1)))
                            .build(),
                        TransactWriteItem.builder()
                            .delete(del -> del.tableName("Todos").key(item("id", "deleted")))
                            .build(),
                        TransactWriteItem.builder()
                            .conditionCheck(
                                check ->
                                    check
                                        .tableName("Todos")
                                        .key(item("id", "checked"))
                                        .conditionExpression("n = :one")
                                        .expressionAttributeValues(item(":one", 1)))
                            .build())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    assertThat(written.consumedCapacity()).hasSize(1);
    assertThat(get("put")).isEqualTo(item("id", "put", "n", 5));
    assertThat(get("updated")).isEqualTo(item("id", "updated", "n", 2));
    assertThat(get("deleted")).isEmpty();
  }

  @Test
  void saysWhyItWasCanceled() {
    put("id", "taken", "n", 1);
    var canceled =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                client.transactWriteItems(
                    request ->
                        request.transactItems(
                            TransactWriteItem.builder()
                                .put(put -> put.tableName("Todos").item(item("id", "free")))
                                .build(),
                            TransactWriteItem.builder()
                                .put(
                                    put ->
                                        put.tableName("Todos")
                                            .item(item("id", "taken"))
                                            .conditionExpression("attribute_not_exists(id)")
                                            .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                                .build())));
    assertThat(canceled.cancellationReasons())
        .extracting(CancellationReason::code)
        .containsExactly("None", "ConditionalCheckFailed");
    assertThat(canceled.cancellationReasons().getLast().item()).containsEntry("n", n(1));
    assertThat(get("free")).isEmpty();
    assertThat(get("taken")).isEqualTo(item("id", "taken", "n", 1));
  }

  private static AttributeValue n(int number) {
    return JavaClient.value(number);
  }

  @Test
  void readsAtOneMoment() {
    put("id", "whole", "a", 1, "b", 2);
    put("id", "part", "a", 1, "b", 2);
    var found =
        client.transactGetItems(
            request ->
                request.transactItems(
                    TransactGetItem.builder()
                        .get(get -> get.tableName("Todos").key(item("id", "whole")))
                        .build(),
                    TransactGetItem.builder()
                        .get(get -> get.tableName("Todos").key(item("id", "nothing")))
                        .build(),
                    TransactGetItem.builder()
                        .get(
                            get ->
                                get.tableName("Todos")
                                    .key(item("id", "part"))
                                    .projectionExpression("b"))
                        .build()));
    assertThat(found.responses().get(0).item()).isEqualTo(item("id", "whole", "a", 1, "b", 2));
    assertThat(found.responses().get(1).hasItem()).isFalse();
    assertThat(found.responses().get(2).item()).isEqualTo(item("b", 2));
  }
}
