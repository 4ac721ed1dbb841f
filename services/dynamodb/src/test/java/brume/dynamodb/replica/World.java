package brume.dynamodb.replica;

import brume.base.Scope;
import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.AttributeValues;
import brume.model.dynamodb.CreateReplicationGroupMemberAction;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DeleteReplicationGroupMemberAction;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Call;
import brume.service.Regions;
import brume.shape.OperationShape;
import brume.shape.Structure;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// A table in several regions.
final class World {
  static final String HOME = Local.SCOPE.region();
  static final String EUROPE = "eu-west-1";
  static final String ASIA = "ap-south-1";
  static final String TABLE = "T";

  final Local local = new Local();
  final Regions regions = new Regions(local.store);

  static World of(String... others) {
    var world = new World();
    world.local.table(TABLE, "p:S");
    for (var region : others) {
      world.add(region);
      world.local.work();
    }
    return world;
  }

  Call at(String region) {
    return local.call().in(new Scope(Local.SCOPE.account(), region));
  }

  <I extends Structure, O extends Structure> O invoke(
      String region, OperationShape<I, O> operation, I input) {
    return local.invoke(at(region), operation, input);
  }

  void add(String region) {
    update(
        ReplicationGroupUpdate.builder()
            .create(CreateReplicationGroupMemberAction.builder().regionName(region).build())
            .build());
  }

  void remove(String region) {
    update(
        ReplicationGroupUpdate.builder()
            .delete(new DeleteReplicationGroupMemberAction(region))
            .build());
  }

  private void update(ReplicationGroupUpdate update) {
    invoke(
        HOME,
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder().tableName(TABLE).replicaUpdates(List.of(update)).build());
  }

  void put(String region, Object... namesAndValues) {
    tick();
    invoke(
        region,
        DynamoDbModel.PUT_ITEM,
        PutItemInput.builder().tableName(TABLE).item(Local.item(namesAndValues)).build());
  }

  void delete(String region, String key) {
    tick();
    invoke(
        region,
        DynamoDbModel.DELETE_ITEM,
        DeleteItemInput.builder().tableName(TABLE).key(Local.item("p", key)).build());
  }

  /// Every write has a time of its own.
  private void tick() {
    local.clock.advance(Duration.ofMillis(1));
  }

  /// All items of a replica, by their keys.
  List<Item> items(String region) {
    return invoke(region, DynamoDbModel.SCAN, ScanInput.builder().tableName(TABLE).build())
        .items()
        .stream()
        .map(AttributeValues::item)
        .sorted(Comparator.comparing(item -> item.get("p").toString()))
        .toList();
  }

  TableDescription describe(String region) {
    return invoke(region, DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(TABLE)).table();
  }
}
