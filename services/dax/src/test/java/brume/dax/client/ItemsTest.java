package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static brume.dax.client.JavaClient.value;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Single items, read and written by AWS's client for Java.
class ItemsTest {
  private static Cloud cloud;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud
        .table("Todos", "id:S")
        .table("Events", "user:S", "at:N")
        .table("Numbers", "id:N")
        .table("Blobs", "id:B", "part:B");
    client = JavaClient.of(cloud, cloud.cluster("items"));
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  private static Map<String, AttributeValue> get(String table, Object... key) {
    return client.getItem(request -> request.tableName(table).key(item(key))).item();
  }

  private static void put(String table, Map<String, AttributeValue> item) {
    client.putItem(request -> request.tableName(table).item(item));
  }

  @Test
  void readsWhatItPut() {
    var item = item("id", "read", "title", "Write", "done", false);
    put("Todos", item);
    assertThat(get("Todos", "id", "read")).isEqualTo(item);
    assertThat(client.getItem(r -> r.tableName("Todos").key(item("id", "none"))).hasItem())
        .isFalse();
  }

  @Test
  void keepsAllTypes() {
    var item =
        item(
            "id",
            "types",
            "s",
            "héllo",
            "n",
            -12.5,
            "bool",
            true,
            "null",
            AttributeValue.fromNul(true),
            "b",
            AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 7})),
            "ss",
            AttributeValue.fromSs(List.of("a", "b")),
            "ns",
            AttributeValue.fromNs(List.of("1", "2.5")),
            "bs",
            AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
            "l",
            List.of("a", 1, List.of(true)),
            "m",
            AttributeValue.fromM(item("inner", AttributeValue.fromM(item("x", 1)), "empty", "")));
    put("Todos", item);
    assertThat(get("Todos", "id", "types")).isEqualTo(item);
    cloud.restartCaches("items");
    assertThat(get("Todos", "id", "types")).isEqualTo(item);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "-1",
        "100",
        "-100.25",
        "0.00001",
        "9007199254740991",
        "9007199254740993",
        "-9223372036854775808",
        "12345678901234567890123456789012345678",
        "0.00000000000000000000000000000000000012345678901234567890123456789012345678",
        "-99999999999999999999999999999999999999000000000000000000000000000000000000000000"
      })
  void keepsNumbersInKeysAndAttributes(String number) {
    var value = AttributeValue.fromN(number);
    put("Numbers", item("id", value, "n", value));
    put("Events", item("user", "numbers", "at", value, "n", value));
    cloud.restartCaches("items");
    assertThat(number(get("Numbers", "id", value))).isEqualByComparingTo(number);
    assertThat(number(get("Events", "user", "numbers", "at", value))).isEqualByComparingTo(number);
    var query =
        client.query(
            request ->
                request
                    .tableName("Events")
                    .keyConditionExpression("#u = :u AND #a = :a")
                    .expressionAttributeNames(Map.of("#u", "user", "#a", "at"))
                    .expressionAttributeValues(item(":u", "numbers", ":a", value)));
    assertThat(query.items()).hasSize(1);
    assertThat(number(query.items().getFirst())).isEqualByComparingTo(number);
    assertThat(query.items().getFirst().get("at").n()).satisfies(at -> isSame(at, number));
  }

  /// The client writes small numbers with exponents.
  private static BigDecimal number(Map<String, AttributeValue> item) {
    return new BigDecimal(item.get("n").n());
  }

  private static void isSame(String one, String other) {
    assertThat(new BigDecimal(one)).isEqualByComparingTo(other);
  }

  @Test
  void takesOneNumberForOneKeyHoweverItIsSpelled() {
    put("Events", item("user", "spelled", "at", AttributeValue.fromN("1E2"), "v", 1));
    put("Events", item("user", "spelled", "at", AttributeValue.fromN("100.0"), "v", 2));
    assertThat(get("Events", "user", "spelled", "at", 100)).containsEntry("v", value(2));
  }

  @Test
  void hasKeysOfBytes() {
    var id = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, 1}));
    var part = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {-1, 0}));
    put("Blobs", item("id", id, "part", part, "n", 1));
    cloud.restartCaches("items");
    assertThat(get("Blobs", "id", id, "part", part)).containsEntry("n", value(1));
  }

  @Test
  void projectsPathsIntoDocuments() {
    put(
        "Todos",
        item("id", "paths", "a", List.of(1, 2, 3), "m", AttributeValue.fromM(item("x", "y"))));
    for (int round = 0; round < 2; round++) {
      var found =
          client
              .getItem(
                  request ->
                      request
                          .tableName("Todos")
                          .key(item("id", "paths"))
                          .projectionExpression("a[1], m.#x, missing, id")
                          .expressionAttributeNames(Map.of("#x", "x")))
              .item();
      assertThat(found)
          .isEqualTo(
              item("id", "paths", "a", List.of(2), "m", AttributeValue.fromM(item("x", "y"))));
    }
  }

  @Test
  void tellsWhatWasUsedUpByReadsOfTheTable() {
    put("Todos", item("id", "capacity"));
    var read =
        client.getItem(
            request ->
                request
                    .tableName("Todos")
                    .key(item("id", "capacity"))
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    assertThat(read.consumedCapacity().capacityUnits()).isEqualTo(1.0);
    var written =
        client.putItem(
            request ->
                request
                    .tableName("Todos")
                    .item(item("id", "capacity"))
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
    assertThat(written.consumedCapacity().table().capacityUnits()).isEqualTo(1.0);
  }

  @Test
  void returnsWhatWasThereBefore() {
    put("Todos", item("id", "old", "v", 1));
    var replaced =
        client.putItem(
            request ->
                request
                    .tableName("Todos")
                    .item(item("id", "old", "w", 2))
                    .returnValues(ReturnValue.ALL_OLD));
    assertThat(replaced.attributes()).isEqualTo(item("id", "old", "v", 1));
    var deleted =
        client.deleteItem(
            request ->
                request
                    .tableName("Todos")
                    .key(item("id", "old"))
                    .returnValues(ReturnValue.ALL_OLD));
    assertThat(deleted.attributes()).isEqualTo(item("id", "old", "w", 2));
    assertThat(get("Todos", "id", "old")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"})
  void updates(String returned) {
    put("Todos", item("id", "up", "a", 1, "l", List.of(1), "gone", "x"));
    var updated =
        client.updateItem(
            request ->
                request
                    .tableName("Todos")
                    .key(item("id", "up"))
                    .updateExpression(
                        "SET a = a + :one, l = list_append(l, :more), d = if_not_exists(d, :one)"
                            + " REMOVE gone ADD c :one")
                    .conditionExpression("a = :one AND (attribute_exists(gone) OR size(l) > :one)")
                    .expressionAttributeValues(item(":one", 1, ":more", List.of(2)))
                    .returnValues(returned));
    var whole = item("id", "up", "a", 2, "l", List.of(1, 2), "d", 1, "c", 1);
    assertThat(updated.attributes())
        .isEqualTo(
            switch (returned) {
              case "NONE" -> Map.of();
              case "ALL_OLD" -> item("id", "up", "a", 1, "l", List.of(1), "gone", "x");
              case "UPDATED_OLD" -> item("a", 1, "l", List.of(1), "gone", "x");
              case "ALL_NEW" -> whole;
              default -> item("a", 2, "l", List.of(1, 2), "d", 1, "c", 1);
            });
    assertThat(get("Todos", "id", "up")).isEqualTo(whole);
  }

  @Test
  void updatesWithoutAnExpressionMakeAnItem() {
    client.updateItem(request -> request.tableName("Todos").key(item("id", "bare")));
    assertThat(get("Todos", "id", "bare")).isEqualTo(item("id", "bare"));
  }
}
