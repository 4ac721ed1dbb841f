package brume.dynamodb.crash;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.CreateGlobalSecondaryIndexAction;
import brume.model.dynamodb.CreateReplicationGroupMemberAction;
import brume.model.dynamodb.DeleteGlobalSecondaryIndexAction;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
import brume.model.dynamodb.Update;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the writers of the crash test write, so that anything lost or half there shows: in each
/// transaction one item more and the writer's count of them, in a table with indexes, a stream and
/// a replica.
final class Ledger {
  private static final String TABLE = "ledger";
  private static final String ELSEWHERE = "eu-west-1";
  private static final int COUNT = 0;
  private static final int MOST_ROUNDS_OF_JOBS = 100;

  private final Local local;

  Ledger(Local local) {
    this.local = local;
  }

  void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition(TABLE, "w:N", "n:N")
            .attributeDefinitions(Local.attributes("w:N", "n:N", "g:N", "h:N"))
            .streamSpecification(new StreamSpecification(true, "NEW_AND_OLD_IMAGES"))
            .globalSecondaryIndexes(Local.global("global", "KEYS_ONLY", "g:N"))
            .localSecondaryIndexes(
                List.of(
                    LocalSecondaryIndex.builder()
                        .indexName("local")
                        .keySchema(Local.schema("w:N", "h:N"))
                        .projection(new Projection(null, "ALL"))
                        .build()))
            .build());
    var replica = CreateReplicationGroupMemberAction.builder().regionName(ELSEWHERE).build();
    local.invoke(
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder()
            .tableName(TABLE)
            .replicaUpdates(List.of(ReplicationGroupUpdate.builder().create(replica).build()))
            .build());
  }

  /// Adds an index that has to be filled, in place of the one before.
  void index(String name) {
    for (var old : indexes()) {
      if (!old.equals("global")) {
        var gone =
            GlobalSecondaryIndexUpdate.builder()
                .delete(new DeleteGlobalSecondaryIndexAction(old))
                .build();
        local.invoke(
            DynamoDbModel.UPDATE_TABLE,
            UpdateTableInput.builder()
                .tableName(TABLE)
                .globalSecondaryIndexUpdates(List.of(gone))
                .build());
      }
    }
    var action =
        CreateGlobalSecondaryIndexAction.builder()
            .indexName(name)
            .keySchema(Local.schema("h:N"))
            .projection(new Projection(null, "ALL"))
            .build();
    local.invoke(
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder()
            .tableName(TABLE)
            .attributeDefinitions(Local.attributes("h:N"))
            .globalSecondaryIndexUpdates(
                List.of(GlobalSecondaryIndexUpdate.builder().create(action).build()))
            .build());
  }

  int count(int writer) {
    var count = local.get(TABLE, "w", writer, "n", COUNT);
    return count == null ? 0 : number(count, "count");
  }

  /// Writes the `number`th item of a writer, and returns when it is acknowledged.
  void append(int writer, int number) {
    var put =
        Put.builder()
            .tableName(TABLE)
            .item(item("w", writer, "n", number, "g", number % 5, "h", -number))
            .conditionExpression("attribute_not_exists(w)")
            .build();
    var update =
        Update.builder()
            .tableName(TABLE)
            .key(item("w", writer, "n", COUNT))
            .updateExpression("ADD #c :one")
            .expressionAttributeNames(Map.of("#c", "count"))
            .expressionAttributeValues(item(":one", 1))
            .build();
    local.invoke(
        DynamoDbModel.TRANSACT_WRITE_ITEMS,
        TransactWriteItemsInput.builder()
            .transactItems(
                List.of(
                    TransactWriteItem.builder().put(put).build(),
                    TransactWriteItem.builder().update(update).build()))
            .build());
  }

  /// Fails unless all is whole, and none of `acknowledged`, the counts of the writers, is missing.
  void check(int[] acknowledged) {
    work();
    var items = scan(null);
    var numbers = numbers(items);
    for (int writer = 0; writer < acknowledged.length; writer++) {
      int count = count(writer);
      assertThat(count).as("writer %d", writer).isGreaterThanOrEqualTo(acknowledged[writer]);
      for (int number = 1; number <= count; number++) {
        assertThat(numbers).contains(List.of(writer, number));
      }
    }
    var written = items.stream().filter(item -> number(item, "n") != COUNT).toList();
    assertThat(numbers(scan("global"))).isEqualTo(numbers(written));
    assertThat(scan("local")).containsExactlyInAnyOrderElementsOf(written);
    for (var index : indexes()) {
      assertThat(numbers(scan(index))).as(index).isEqualTo(numbers(written));
    }
    assertThat(scan(local.call().in(Local.SCOPE.in(ELSEWHERE)), null))
        .as("replica")
        .containsExactlyInAnyOrderElementsOf(items);
    checkStream(items);
  }

  /// Runs the jobs until the replica serves, which a process killed early has only begun to make.
  private void work() {
    var elsewhere = local.call().in(Local.SCOPE.in(ELSEWHERE));
    for (int i = 0; i < MOST_ROUNDS_OF_JOBS; i++) {
      local.work();
      var replica =
          local.invoke(elsewhere, DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(TABLE));
      if ("ACTIVE".equals(replica.table().tableStatus())) {
        return;
      }
    }
    throw new AssertionError("The replica does not become active");
  }

  /// The stream, played from its beginning, makes the table.
  private void checkStream(List<Item> items) {
    var played = new HashMap<List<Integer>, Item>();
    for (var record : local.records(TABLE)) {
      var image = image(record.dynamodb().newImage());
      var key = List.of(number(image, "w"), number(image, "n"));
      var before = played.put(key, image);
      assertThat(record.eventName()).isEqualTo(before == null ? "INSERT" : "MODIFY");
      if (before != null) {
        assertThat(number(image, "count")).isEqualTo(number(before, "count") + 1);
      }
    }
    assertThat(played.values()).containsExactlyInAnyOrderElementsOf(items);
  }

  private List<String> indexes() {
    return local
        .invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(TABLE))
        .table()
        .globalSecondaryIndexes()
        .stream()
        .map(index -> index.indexName())
        .toList();
  }

  private List<Item> scan(String index) {
    return scan(local.call(), index);
  }

  private List<Item> scan(Call call, String index) {
    var items = new ArrayList<Item>();
    Map<String, AttributeValue> start = null;
    do {
      var page =
          local.invoke(
              call,
              DynamoDbModel.SCAN,
              ScanInput.builder()
                  .tableName(TABLE)
                  .indexName(index)
                  .exclusiveStartKey(start)
                  .build());
      page.items().forEach(found -> items.add(AttributeValues.item(found)));
      start = page.lastEvaluatedKey();
    } while (start != null);
    return items;
  }

  private static Item image(Map<String, brume.model.dynamodbstreams.AttributeValue> image) {
    var attributes = new HashMap<String, Value>();
    image.forEach((name, value) -> attributes.put(name, Value.N.of(value.n())));
    return new Item(attributes);
  }

  private static Set<List<Integer>> numbers(List<Item> items) {
    var numbers = new HashSet<List<Integer>>();
    items.forEach(item -> numbers.add(List.of(number(item, "w"), number(item, "n"))));
    return numbers;
  }

  private static int number(Item item, String name) {
    return item.get(name) instanceof Value.N(var digits) ? Integer.parseInt(digits) : -1;
  }
}
