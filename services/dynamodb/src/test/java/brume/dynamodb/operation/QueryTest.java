package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.Condition;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.QueryOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryTest {
  private final Local local = new Local().table("T", "p:S", "s:N");

  @BeforeEach
  void fill() {
    for (int i = -5; i < 15; i++) {
      local.put("T", "p", "a", "s", i, "even", i % 2 == 0 ? "yes" : "no");
      local.put("T", "p", "b", "s", i);
    }
  }

  @Test
  void itemsComeInTheOrderOfTheSortKey() {
    assertThat(sorts(query("p = :p AND s >= :n", ":p", "a", ":n", 12))).containsExactly(12, 13, 14);
    assertThat(sorts(query("p = :p AND s BETWEEN :n AND :m", ":p", "a", ":n", -2, ":m", 1)))
        .containsExactly(-2, -1, 0, 1);
    var backwards =
        request("p = :p AND s < :n", ":p", "a", ":n", -2).scanIndexForward(false).build();
    assertThat(sorts(local.invoke(DynamoDbModel.QUERY, backwards))).containsExactly(-3, -4, -5);
    assertThat(query("p = :p", ":p", "none").items()).isEmpty();
  }

  @Test
  void pagesFollowEachOther() {
    for (boolean forward : new boolean[] {true, false}) {
      var seen = new ArrayList<Integer>();
      var request = request("p = :p", ":p", "a").limit(6).scanIndexForward(forward);
      Map<String, AttributeValue> start = null;
      do {
        var page = local.invoke(DynamoDbModel.QUERY, request.exclusiveStartKey(start).build());
        seen.addAll(sorts(page));
        start = page.lastEvaluatedKey();
        assertThat(start == null || start.keySet().equals(java.util.Set.of("p", "s"))).isTrue();
      } while (start != null);
      assertThat(seen).hasSize(20).doesNotHaveDuplicates();
      assertThat(seen.getFirst()).isEqualTo(forward ? -5 : 14);
    }
  }

  @Test
  void aPageEndsAtOneMegabyte() {
    for (int i = 100; i < 104; i++) {
      local.put("T", "p", "big", "s", i, "v", "x".repeat(400_000));
    }
    var page = query("p = :p", ":p", "big");
    assertThat(sorts(page)).containsExactly(100, 101, 102);
    assertThat(page.lastEvaluatedKey()).isEqualTo(item("p", "big", "s", 102));
  }

  @Test
  void aFilterLeavesOutAndCounts() {
    var filtered =
        request("p = :p", ":p", "a", ":yes", "yes")
            .filterExpression("even = :yes")
            .limit(4)
            .build();
    var page = local.invoke(DynamoDbModel.QUERY, filtered);
    assertThat(sorts(page)).containsExactly(-4, -2);
    assertThat(page.count()).isEqualTo(2);
    assertThat(page.scannedCount()).isEqualTo(4);
    var counted = filtered.toBuilder().limit(null).select("COUNT").build();
    assertThat(local.invoke(DynamoDbModel.QUERY, counted).items()).isNull();
    assertThat(local.invoke(DynamoDbModel.QUERY, counted).count()).isEqualTo(10);
  }

  @Test
  void theOldFormMeansTheSame() {
    var old =
        QueryInput.builder()
            .tableName("T")
            .keyConditions(
                Map.of(
                    "p", new Condition(List.of(text("a")), "EQ"),
                    "s", new Condition(List.of(number(13)), "GE")))
            .queryFilter(Map.of("even", new Condition(List.of(text("yes")), "EQ")))
            .build();
    assertThat(sorts(local.invoke(DynamoDbModel.QUERY, old))).containsExactly(14);
    var in = Map.of("p", new Condition(List.of(text("a")), "IN"));
    assertRefused(
        old.toBuilder().keyConditions(in),
        "Attempted conditional constraint is not an indexable operation");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused(
        QueryInput.builder().tableName("T"),
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
            + " request.");
    assertRefused(
        request("p = :p", ":p", "a", ":n", 1).filterExpression("s = :n"),
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: s");
    assertRefused(
        request("p = :p", ":p", "a").indexName("none"),
        "The table does not have the specified index: none");
    assertRefused(
        request("p = :p", ":p", "a").exclusiveStartKey(item("p", "b", "s", 1)),
        "The provided starting key is outside query boundaries based on provided conditions");
    assertRefused(
        request("p = :p", ":p", "a").exclusiveStartKey(item("p", "b")),
        "The provided starting key is invalid: The provided key element does not match the schema");
    assertRefused(
        request("p = :p", ":p", "a").select("SPECIFIC_ATTRIBUTES"),
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
            + " SPECIFIC_ATTRIBUTES");
  }

  private void assertRefused(QueryInput.Builder request, String message) {
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.QUERY, request.build()))
        .hasMessage(message);
  }

  private QueryOutput query(String keyCondition, Object... values) {
    return local.invoke(DynamoDbModel.QUERY, request(keyCondition, values).build());
  }

  private static QueryInput.Builder request(String keyCondition, Object... values) {
    return QueryInput.builder()
        .tableName("T")
        .keyConditionExpression(keyCondition)
        .expressionAttributeValues(item(values));
  }

  private static List<Integer> sorts(QueryOutput page) {
    return page.items().stream().map(item -> Integer.parseInt(item.get("s").n())).toList();
  }

  private static AttributeValue text(String text) {
    return AttributeValue.builder().s(text).build();
  }

  private static AttributeValue number(int number) {
    return AttributeValue.builder().n(Integer.toString(number)).build();
  }
}
