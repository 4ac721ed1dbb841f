package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.UpdateItemInput;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random writes and queries, of a table with an index and of a map that does the same naively.
class ModelTest {
  private static final int STEPS = 1500;

  private final Local local = new Local();
  private final Map<List<Integer>, Item> model = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theTableDoesAsTheModel(long seed) {
    create();
    var random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      int partition = random.nextInt(4);
      int sort = random.nextInt(20) - 10;
      int value = random.nextInt(5);
      switch (random.nextInt(6)) {
        case 0, 1 -> put(partition, sort, value);
        case 2 -> add(partition, sort, value);
        case 3 -> delete(partition, sort, value);
        case 4 -> query(partition, sort, random);
        default -> queryIndex(value, random.nextInt(1, 6));
      }
    }
    assertThat(model).isNotEmpty();
  }

  private void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:N", "s:N")
            .attributeDefinitions(Local.attributes("p:N", "s:N", "v:N"))
            .globalSecondaryIndexes(
                List.of(
                    GlobalSecondaryIndex.builder()
                        .indexName("byV")
                        .keySchema(Local.schema("v:N"))
                        .projection(new Projection(null, "ALL"))
                        .build()))
            .build());
  }

  /// Puts unless there is an item with a greater value.
  private void put(int partition, int sort, int value) {
    var before = model.get(List.of(partition, sort));
    boolean allowed = before == null || value(before) <= value;
    var request =
        PutItemInput.builder()
            .tableName("T")
            .item(item("p", partition, "s", sort, "v", value))
            .conditionExpression("attribute_not_exists(p) OR v <= :v")
            .expressionAttributeValues(item(":v", value))
            .build();
    assertThat(succeeds(() -> local.invoke(DynamoDbModel.PUT_ITEM, request))).isEqualTo(allowed);
    if (allowed) {
      model.put(List.of(partition, sort), stored("p", partition, "s", sort, "v", value));
    }
  }

  private void add(int partition, int sort, int value) {
    var request =
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("p", partition, "s", sort))
            .updateExpression("ADD v :v, n :one")
            .expressionAttributeValues(item(":v", value, ":one", 1))
            .returnValues("ALL_NEW")
            .build();
    var after = AttributeValues.item(local.invoke(DynamoDbModel.UPDATE_ITEM, request).attributes());
    model.merge(
        List.of(partition, sort),
        stored("p", partition, "s", sort, "v", value, "n", 1),
        (before, _) ->
            before.with(stored("v", value(before) + value, "n", number(before, "n") + 1)));
    assertThat(after).isEqualTo(model.get(List.of(partition, sort)));
  }

  private void delete(int partition, int sort, int value) {
    var before = model.get(List.of(partition, sort));
    boolean allowed = before != null && value(before) == value;
    var request =
        DeleteItemInput.builder()
            .tableName("T")
            .key(item("p", partition, "s", sort))
            .conditionExpression("v = :v")
            .expressionAttributeValues(item(":v", value))
            .build();
    assertThat(succeeds(() -> local.invoke(DynamoDbModel.DELETE_ITEM, request))).isEqualTo(allowed);
    if (allowed) {
      model.remove(List.of(partition, sort));
    }
  }

  private void query(int partition, int from, Random random) {
    int to = from + random.nextInt(10);
    boolean forward = random.nextBoolean();
    var request =
        QueryInput.builder()
            .tableName("T")
            .keyConditionExpression("p = :p AND s BETWEEN :from AND :to")
            .expressionAttributeValues(item(":p", partition, ":from", from, ":to", to))
            .scanIndexForward(forward)
            .limit(random.nextInt(1, 6));
    var order = Comparator.<Item>comparingInt(item -> number(item, "s"));
    var expected =
        model.entrySet().stream()
            .filter(each -> each.getKey().get(0) == partition)
            .filter(each -> each.getKey().get(1) >= from && each.getKey().get(1) <= to)
            .map(Map.Entry::getValue)
            .sorted(forward ? order : order.reversed())
            .toList();
    assertThat(all(request)).isEqualTo(expected);
  }

  private void queryIndex(int value, int limit) {
    var request =
        QueryInput.builder()
            .tableName("T")
            .indexName("byV")
            .keyConditionExpression("v = :v")
            .expressionAttributeValues(item(":v", value))
            .limit(limit);
    var expected = model.values().stream().filter(item -> value(item) == value).toList();
    assertThat(all(request)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<Item> all(QueryInput.Builder request) {
    var found = new ArrayList<Item>();
    Map<String, AttributeValue> start = null;
    do {
      var page = local.invoke(DynamoDbModel.QUERY, request.exclusiveStartKey(start).build());
      page.items().forEach(item -> found.add(AttributeValues.item(item)));
      start = page.lastEvaluatedKey();
    } while (start != null);
    return found;
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ServiceException e) {
      assertThat(e.error().code()).isEqualTo("ConditionalCheckFailedException");
      return false;
    }
  }

  private static int value(Item item) {
    return number(item, "v");
  }

  private static int number(Item item, String name) {
    return item.get(name) instanceof Value.N(var digits) ? Integer.parseInt(digits) : 0;
  }
}
