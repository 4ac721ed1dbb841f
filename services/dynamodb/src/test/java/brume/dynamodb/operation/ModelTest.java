package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ConditionCheck;
import brume.model.dynamodb.Delete;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
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
      switch (random.nextInt(8)) {
        case 0, 1 -> put(partition, sort, value);
        case 2 -> add(partition, sort, value);
        case 3 -> delete(partition, sort, value);
        case 4 -> query(partition, sort, random);
        case 5 -> queryIndex(value, random.nextInt(1, 6));
        case 6 -> queryLocalIndex(partition, value, random.nextInt(1, 6));
        default -> transact(partition, sort, value, random);
      }
      if (step == STEPS / 2) {
        Streams.addIndex(local);
      }
    }
    local.work();
    assertThat(model).isNotEmpty();
    assertThat(all(scan("added"))).containsExactlyInAnyOrderElementsOf(model.values());
    assertThat(Streams.played(local)).isEqualTo(model);
  }

  private void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:N", "s:N")
            .attributeDefinitions(Local.attributes("p:N", "s:N", "v:N"))
            .streamSpecification(new StreamSpecification(true, "NEW_AND_OLD_IMAGES"))
            .localSecondaryIndexes(
                List.of(
                    LocalSecondaryIndex.builder()
                        .indexName("local")
                        .keySchema(Local.schema("p:N", "v:N"))
                        .projection(new Projection(null, "KEYS_ONLY"))
                        .build()))
            .globalSecondaryIndexes(Local.global("byV", "ALL", "v:N"))
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

  /// Whole items, though the index holds keys only, in the order of the index.
  private void queryLocalIndex(int partition, int from, int limit) {
    var request =
        QueryInput.builder()
            .tableName("T")
            .indexName("local")
            .keyConditionExpression("p = :p AND v >= :from")
            .expressionAttributeValues(item(":p", partition, ":from", from))
            .select("ALL_ATTRIBUTES")
            .consistentRead(true)
            .limit(limit);
    var found = all(request);
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            model.values().stream()
                .filter(item -> number(item, "p") == partition && value(item) >= from)
                .toList());
    assertThat(found).isSortedAccordingTo(Comparator.comparingInt(ModelTest::value));
  }

  /// Moves an item: deletes one of a value, puts one where there is none, and checks a third.
  private void transact(int partition, int sort, int value, Random random) {
    int target = random.nextInt(20) + 100;
    int checked = random.nextInt(20) + 200;
    var before = model.get(List.of(partition, sort));
    boolean allowed =
        before != null
            && value(before) == value
            && !model.containsKey(List.of(partition, target))
            && !model.containsKey(List.of(partition, checked));
    var delete =
        Delete.builder()
            .tableName("T")
            .key(item("p", partition, "s", sort))
            .conditionExpression("v = :v")
            .expressionAttributeValues(item(":v", value))
            .build();
    var put =
        Put.builder()
            .tableName("T")
            .item(item("p", partition, "s", target, "v", value))
            .conditionExpression("attribute_not_exists(p)")
            .build();
    var check =
        ConditionCheck.builder()
            .tableName("T")
            .key(item("p", partition, "s", checked))
            .conditionExpression("attribute_not_exists(p)")
            .build();
    var request =
        TransactWriteItemsInput.builder()
            .transactItems(
                List.of(
                    TransactWriteItem.builder().delete(delete).build(),
                    TransactWriteItem.builder().put(put).build(),
                    TransactWriteItem.builder().conditionCheck(check).build()))
            .build();
    assertThat(succeeds(() -> local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, request)))
        .isEqualTo(allowed);
    if (allowed) {
      model.remove(List.of(partition, sort));
      model.put(List.of(partition, target), stored("p", partition, "s", target, "v", value));
    }
  }

  private static ScanInput.Builder scan(String index) {
    return ScanInput.builder().tableName("T").indexName(index);
  }

  private List<Item> all(ScanInput.Builder request) {
    var found = new ArrayList<Item>();
    Map<String, AttributeValue> start = null;
    do {
      var page = local.invoke(DynamoDbModel.SCAN, request.exclusiveStartKey(start).build());
      page.items().forEach(item -> found.add(AttributeValues.item(item)));
      start = page.lastEvaluatedKey();
    } while (start != null);
    return found;
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
      assertThat(e.error().code())
          .isIn("ConditionalCheckFailedException", "TransactionCanceledException");
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
