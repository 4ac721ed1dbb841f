package brume.dynamodb.operation;

import static brume.dynamodb.Local.attributes;
import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.QueryOutput;
import brume.model.dynamodb.ScanInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexTest {
  private final Local local = new Local();

  @BeforeEach
  void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S", "s:S")
            .attributeDefinitions(attributes("p:S", "s:S", "keeper:S", "age:N"))
            .globalSecondaryIndexes(
                List.of(
                    GlobalSecondaryIndex.builder()
                        .indexName("byKeeper")
                        .keySchema(schema("keeper:S", "age:N"))
                        .projection(new Projection(List.of("title"), "INCLUDE"))
                        .build()))
            .localSecondaryIndexes(
                List.of(
                    LocalSecondaryIndex.builder()
                        .indexName("byAge")
                        .keySchema(schema("p:S", "age:N"))
                        .projection(new Projection(null, "KEYS_ONLY"))
                        .build()))
            .build());
    local.put("T", "p", "1", "s", "a", "keeper", "ann", "age", 3, "title", "x", "text", "long");
    local.put("T", "p", "1", "s", "b", "keeper", "ann", "age", 2, "title", "y");
    local.put("T", "p", "2", "s", "c", "keeper", "ann", "age", 2);
    local.put("T", "p", "2", "s", "d", "keeper", "bob");
  }

  @Test
  void anIndexHoldsWhatHasItsKey() {
    var found = query("byKeeper", "keeper = :v", ":v", "ann");
    assertThat(found.items())
        .containsExactlyInAnyOrder(
            item("p", "1", "s", "a", "keeper", "ann", "age", 3, "title", "x"),
            item("p", "1", "s", "b", "keeper", "ann", "age", 2, "title", "y"),
            item("p", "2", "s", "c", "keeper", "ann", "age", 2));
    assertThat(found.items().getLast().get("age").n()).isEqualTo("3");
    assertThat(query("byKeeper", "keeper = :v", ":v", "bob").items()).isEmpty();
  }

  @Test
  void anIndexFollowsItsTable() {
    local.put("T", "p", "1", "s", "a", "keeper", "bob", "age", 9);
    local.invoke(
        DynamoDbModel.DELETE_ITEM,
        DeleteItemInput.builder().tableName("T").key(item("p", "1", "s", "b")).build());
    assertThat(query("byKeeper", "keeper = :v", ":v", "ann").items())
        .containsExactly(item("p", "2", "s", "c", "keeper", "ann", "age", 2));
    assertThat(query("byKeeper", "keeper = :v", ":v", "bob").items())
        .containsExactly(item("p", "1", "s", "a", "keeper", "bob", "age", 9));
  }

  @Test
  void pagesOfAnIndexTellItemsWithEqualKeysApart() {
    var seen = new ArrayList<String>();
    Map<String, AttributeValue> start = null;
    do {
      var page =
          local.invoke(
              DynamoDbModel.QUERY,
              request("byKeeper", "keeper = :v", ":v", "ann")
                  .limit(1)
                  .exclusiveStartKey(start)
                  .build());
      page.items().forEach(found -> seen.add(found.get("s").s()));
      start = page.lastEvaluatedKey();
      assertThat(start == null || start.size() == 4).isTrue();
    } while (start != null);
    assertThat(seen).hasSize(3).containsExactlyInAnyOrder("a", "b", "c").endsWith("a");
  }

  @Test
  void aLocalIndexFetchesWhatItDoesNotHold() {
    var keys = query("byAge", "p = :v", ":v", "1").items();
    assertThat(keys)
        .containsExactly(item("p", "1", "s", "b", "age", 2), item("p", "1", "s", "a", "age", 3));
    var whole = request("byAge", "p = :v", ":v", "1").select("ALL_ATTRIBUTES").build();
    assertThat(local.invoke(DynamoDbModel.QUERY, whole).items().getLast())
        .isEqualTo(
            item("p", "1", "s", "a", "keeper", "ann", "age", 3, "title", "x", "text", "long"));
  }

  @Test
  void scansGoThroughAnIndexToo() {
    var all = ScanInput.builder().tableName("T").indexName("byKeeper").build();
    assertThat(local.invoke(DynamoDbModel.SCAN, all).count()).isEqualTo(3);
  }

  @Test
  void whatAnIndexCannotIsRefused() {
    assertThatThrownBy(() -> local.put("T", "p", "1", "s", "z", "keeper", 1))
        .hasMessage(
            "One or more parameter values were invalid: Type mismatch for Index Key keeper Expected:"
                + " S Actual: N IndexName: byKeeper");
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.QUERY,
                    request("byKeeper", "keeper = :v", ":v", "ann").consistentRead(true).build()))
        .hasMessage("Consistent reads are not supported on global secondary indexes");
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.QUERY,
                    request("byKeeper", "keeper = :v", ":v", "ann")
                        .select("ALL_ATTRIBUTES")
                        .build()))
        .hasMessageContaining("because its projection type is not ALL");
  }

  private QueryOutput query(String index, String keyCondition, Object... values) {
    return local.invoke(DynamoDbModel.QUERY, request(index, keyCondition, values).build());
  }

  private static QueryInput.Builder request(String index, String keyCondition, Object... values) {
    return QueryInput.builder()
        .tableName("T")
        .indexName(index)
        .keyConditionExpression(keyCondition)
        .expressionAttributeValues(item(values));
  }
}
