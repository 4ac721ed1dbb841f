package brume.dynamodb;

import brume.base.Ids;
import brume.base.Scope;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.dynamodb.request.AttributeValues;
import brume.identity.Principal;
import brume.model.dynamodb.AttributeDefinition;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.KeySchemaElement;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodbstreams.DescribeStreamInput;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.GetRecordsInput;
import brume.model.dynamodbstreams.GetShardIteratorInput;
import brume.model.dynamodbstreams.Record;
import brume.service.Access;
import brume.service.Call;
import brume.service.Endpoint;
import brume.service.Operation;
import brume.service.Operations;
import brume.service.Platform;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.store.Store;
import brume.store.memory.MemoryStore;
import brume.testing.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// The service on an in-memory store, called without server, validation or authorisation.
public final class Local implements Operations {
  public static final Scope SCOPE = new Scope("000000000000", "us-east-1");
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  public final Store store;
  public final TestClock clock = new TestClock(NOW);
  private final Ids ids = new Ids(new Random(1));
  private final List<Service> services;
  private volatile Access asked = Access.VERIFIED_CALLER;

  public Local() {
    this(MemoryStore.open());
  }

  /// On what others left in a store.
  public Local(Store store) {
    this.store = store;
    services = DynamoDb.services(store);
  }

  /// What the last call declared that it needs.
  public Access asked() {
    return asked;
  }

  public Call call() {
    var endpoint = new Endpoint("localhost", 4566, 4567);
    var platform = new Platform(this, (_, _) -> null, ids, clock, endpoint);
    return platform.call(new Principal.Root(SCOPE.account()), SCOPE);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <I extends Structure, O extends Structure> O invoke(
      Call call, OperationShape<I, O> operation, I input) {
    var found =
        (Operation<I, O>)
            Objects.requireNonNull(service(operation.service()).operation(operation.name()));
    asked = found.access(call, input);
    if (asked.needs().isEmpty()) {
      throw new AssertionError(operation.name() + " needs no access");
    }
    return found.run(call, input);
  }

  private Service service(String id) {
    return services.stream().filter(each -> each.shape().id().equals(id)).findAny().orElseThrow();
  }

  /// Runs the jobs of the services once.
  public void work() {
    for (var service : services) {
      for (var job : service.jobs()) {
        try {
          job.run(call());
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return invoke(call(), operation, input);
  }

  /// A table on demand; an attribute is written `name:TYPE`.
  public Local table(String name, String... keys) {
    invoke(DynamoDbModel.CREATE_TABLE, definition(name, keys).build());
    return this;
  }

  public static CreateTableInput.Builder definition(String name, String... keys) {
    return CreateTableInput.builder()
        .tableName(name)
        .billingMode("PAY_PER_REQUEST")
        .attributeDefinitions(attributes(keys))
        .keySchema(schema(keys));
  }

  public static List<AttributeDefinition> attributes(String... attributes) {
    return java.util.Arrays.stream(attributes)
        .map(each -> each.split(":"))
        .map(each -> new AttributeDefinition(each[0], each[1]))
        .toList();
  }

  public static List<KeySchemaElement> schema(String... keys) {
    var hash = new KeySchemaElement(keys[0].split(":")[0], "HASH");
    return keys.length == 1
        ? List.of(hash)
        : List.of(hash, new KeySchemaElement(keys[1].split(":")[0], "RANGE"));
  }

  public void put(String table, Object... namesAndValues) {
    invoke(
        DynamoDbModel.PUT_ITEM,
        PutItemInput.builder().tableName(table).item(item(namesAndValues)).build());
  }

  /// The item, or null.
  public Item get(String table, Object... key) {
    var found =
        invoke(
                DynamoDbModel.GET_ITEM,
                GetItemInput.builder().tableName(table).key(item(key)).build())
            .item();
    return found == null ? null : AttributeValues.item(found);
  }

  /// Names and texts, numbers or values in turn.
  public static Map<String, AttributeValue> item(Object... namesAndValues) {
    return AttributeValues.of(stored(namesAndValues));
  }

  public static Item stored(Object... namesAndValues) {
    var typed = namesAndValues.clone();
    for (int i = 1; i < typed.length; i += 2) {
      typed[i] =
          switch (typed[i]) {
            case String text -> Value.of(text);
            case Number number -> Value.N.of(number.toString());
            default -> typed[i];
          };
    }
    return Item.of(typed);
  }

  /// All records of a table's stream, which has one shard, read some at a time.
  public List<Record> records(String table) {
    var arn =
        invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(table))
            .table()
            .latestStreamArn();
    return records(arn, SCOPE.region());
  }

  /// The same of a stream in any region.
  public List<Record> records(String arn, String region) {
    var call = call().in(SCOPE.in(region));
    var stream = DescribeStreamInput.builder().streamArn(arn).build();
    var shards =
        invoke(call, DynamoDbStreamsModel.DESCRIBE_STREAM, stream).streamDescription().shards();
    var next =
        invoke(
                call,
                DynamoDbStreamsModel.GET_SHARD_ITERATOR,
                new GetShardIteratorInput(null, shards.getFirst().shardId(), "TRIM_HORIZON", arn))
            .shardIterator();
    var records = new ArrayList<Record>();
    while (true) {
      var page = invoke(call, DynamoDbStreamsModel.GET_RECORDS, new GetRecordsInput(97, next));
      if (page.records().isEmpty()) {
        return records;
      }
      records.addAll(page.records());
      next = page.nextShardIterator();
    }
  }

  /// A global index of a table that is to be made.
  public static List<GlobalSecondaryIndex> global(String name, String projection, String... keys) {
    return List.of(
        GlobalSecondaryIndex.builder()
            .indexName(name)
            .keySchema(schema(keys))
            .projection(new Projection(null, projection))
            .build());
  }
}
