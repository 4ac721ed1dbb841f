package brume.dynamodb.replica;

import static brume.dynamodb.replica.World.ASIA;
import static brume.dynamodb.replica.World.EUROPE;
import static brume.dynamodb.replica.World.HOME;
import static brume.dynamodb.replica.World.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.CreateGlobalSecondaryIndexAction;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.ReplicaDescription;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TimeToLiveSpecification;
import brume.model.dynamodb.UpdateTableInput;
import brume.model.dynamodb.UpdateTimeToLiveInput;
import brume.service.Access;
import brume.shape.ServiceException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReplicationTest {
  @Test
  void describesTheOtherReplicas() {
    var world = World.of(EUROPE);

    var home = world.describe(HOME);
    assertThat(home.globalTableVersion()).isEqualTo("2019.11.21");
    assertThat(home.streamSpecification().streamViewType()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(home.replicas())
        .extracting(ReplicaDescription::regionName, ReplicaDescription::replicaStatus)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(EUROPE, "ACTIVE"));
    var europe = world.describe(EUROPE);
    assertThat(europe.tableArn()).contains(EUROPE);
    assertThat(europe.tableId()).isNotEqualTo(home.tableId());
    assertThat(europe.latestStreamArn()).contains(EUROPE);
    assertThat(europe.tableStatus()).isEqualTo("ACTIVE");
    assertThat(europe.replicas()).extracting(ReplicaDescription::regionName).containsExactly(HOME);
  }

  @Test
  void bringsWritesToAllReplicas() {
    var world = World.of(EUROPE, ASIA);

    world.put(HOME, "p", "a", "n", 1);
    world.put(EUROPE, "p", "b", "n", 2);
    world.local.work();

    assertThat(world.items(ASIA))
        .containsExactly(Local.stored("p", "a", "n", 1), Local.stored("p", "b", "n", 2));
    world.delete(ASIA, "a");
    world.local.work();
    assertThat(world.items(HOME)).containsExactly(Local.stored("p", "b", "n", 2));
    assertThat(world.items(EUROPE)).isEqualTo(world.items(HOME));
  }

  @Test
  void recordsInTheStreamOfEachReplica() {
    var world = World.of(EUROPE);
    world.put(HOME, "p", "a", "n", 1);
    world.local.work();

    var records = world.local.records(world.describe(EUROPE).latestStreamArn(), EUROPE);

    assertThat(records).hasSize(1);
    assertThat(records.getFirst().eventName()).isEqualTo("INSERT");
    assertThat(records.getFirst().awsRegion()).isEqualTo(EUROPE);
    assertThat(records.getFirst().dynamodb().newImage()).containsOnlyKeys("p", "n");
  }

  @Test
  void arrivesAfterTheDistance() {
    var world = World.of(EUROPE);
    world.regions.delay(HOME, EUROPE, Duration.ofSeconds(2));
    world.put(HOME, "p", "a");
    world.local.work();
    assertThat(world.items(EUROPE)).isEmpty();

    world.local.clock.advance(Duration.ofSeconds(2));
    world.local.work();

    assertThat(world.items(EUROPE)).hasSize(1);
  }

  @Test
  void letsTheLastWriteLast() {
    var world = World.of(EUROPE);
    world.regions.cut(HOME, EUROPE);
    world.put(HOME, "p", "a", "n", 1);
    world.put(EUROPE, "p", "a", "n", 2);
    world.put(EUROPE, "p", "b", "n", 1);
    world.put(HOME, "p", "b", "n", 2);
    world.local.work();
    assertThat(world.items(HOME)).isNotEqualTo(world.items(EUROPE));

    world.regions.heal(HOME, EUROPE);
    world.local.work();

    assertThat(world.items(HOME))
        .containsExactly(Local.stored("p", "a", "n", 2), Local.stored("p", "b", "n", 2));
    assertThat(world.items(EUROPE)).isEqualTo(world.items(HOME));
  }

  @Test
  void doesNotBringBackWhatWasDeletedLater() {
    var world = World.of(EUROPE);
    world.put(HOME, "p", "a", "n", 1);
    world.local.work();
    world.regions.cut(HOME, EUROPE);
    world.put(EUROPE, "p", "a", "n", 2);
    world.delete(HOME, "a");
    world.regions.heal(HOME, EUROPE);

    world.local.work();

    assertThat(world.items(HOME)).isEmpty();
    assertThat(world.items(EUROPE)).isEmpty();
  }

  @Test
  void fillsANewReplica() {
    var world = World.of();
    IntStream.range(0, 250).forEach(i -> world.put(HOME, "p", "k" + i, "n", i));
    world.add(EUROPE);
    assertThat(world.describe(HOME).replicas().getFirst().replicaStatus()).isEqualTo("CREATING");
    assertThatThrownBy(() -> world.items(EUROPE))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("Requested resource not found");
    world.put(HOME, "p", "k7", "n", "new");
    world.delete(HOME, "k8");

    world.local.work();

    assertThat(world.items(EUROPE)).hasSize(249).isEqualTo(world.items(HOME));
    assertThat(world.describe(HOME).replicas().getFirst().replicaStatus()).isEqualTo("ACTIVE");
  }

  @Test
  void fillsANewReplicaWithWhatOthersDoNotKnowYet() {
    var world = World.of(EUROPE);
    world.put(HOME, "p", "gone", "n", 1);
    world.local.work();
    world.regions.cut(HOME, EUROPE);
    world.put(EUROPE, "p", "a", "n", 1);
    world.delete(EUROPE, "gone");
    world.add(ASIA);

    world.local.work();

    assertThat(world.items(ASIA)).containsExactly(Local.stored("p", "a", "n", 1));
    world.regions.heal(HOME, EUROPE);
    world.local.work();
    assertThat(world.items(HOME)).isEqualTo(world.items(ASIA));
  }

  @Test
  void removesAReplicaWhenTheOthersKnowWhatItDoes() {
    var world = World.of(EUROPE);
    world.regions.cut(HOME, EUROPE);
    world.put(EUROPE, "p", "a", "n", 1);
    world.remove(EUROPE);
    assertThatThrownBy(() -> world.put(EUROPE, "p", "b"))
        .hasMessageContaining("Requested resource not found");
    world.local.work();
    assertThat(world.describe(HOME).replicas().getFirst().replicaStatus()).isEqualTo("DELETING");

    world.regions.heal(HOME, EUROPE);
    world.local.work();

    assertThat(world.describe(HOME).replicas()).isNull();
    assertThat(world.items(HOME)).containsExactly(Local.stored("p", "a", "n", 1));
    assertThatThrownBy(
            () -> world.invoke(EUROPE, DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(TABLE)))
        .hasMessageContaining("not found");
  }

  @Test
  void addsAReplicaWhereOneWas() {
    var world = World.of(EUROPE);
    world.put(HOME, "p", "a", "n", 1);
    world.remove(EUROPE);
    world.local.work();
    world.put(HOME, "p", "b", "n", 1);

    world.add(EUROPE);
    world.local.work();

    assertThat(world.items(EUROPE)).hasSize(2).isEqualTo(world.items(HOME));
  }

  @Test
  void keepsExpiryAndIndexesInCommon() {
    var world = World.of(EUROPE);
    world.put(EUROPE, "p", "a", "t", Local.NOW.getEpochSecond() + 60);
    world.local.work();
    world.invoke(
        HOME,
        DynamoDbModel.UPDATE_TIME_TO_LIVE,
        new UpdateTimeToLiveInput(TABLE, new TimeToLiveSpecification("t", true)));
    world.invoke(
        HOME,
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder()
            .tableName(TABLE)
            .attributeDefinitions(Local.attributes("p:S", "q:S"))
            .globalSecondaryIndexUpdates(
                List.of(
                    GlobalSecondaryIndexUpdate.builder()
                        .create(
                            CreateGlobalSecondaryIndexAction.builder()
                                .indexName("byQ")
                                .keySchema(Local.schema("q:S"))
                                .projection(new Projection(null, "ALL"))
                                .build())
                        .build()))
            .build());

    var expiry =
        world
            .invoke(EUROPE, DynamoDbModel.DESCRIBE_TIME_TO_LIVE, new DescribeTimeToLiveInput(TABLE))
            .timeToLiveDescription();
    assertThat(expiry.attributeName()).isEqualTo("t");
    assertThat(world.describe(EUROPE).globalSecondaryIndexes()).hasSize(1);
    world.local.clock.advance(Duration.ofMinutes(2));
    world.local.work();
    assertThat(world.items(HOME)).isEmpty();
    assertThat(world.items(EUROPE)).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    var world = World.of(EUROPE);

    assertThatThrownBy(() -> world.add(EUROPE)).hasMessageContaining("already existed");
    assertThatThrownBy(() -> world.remove(ASIA)).hasMessageContaining("does not exist");
    assertThatThrownBy(() -> world.add("nowhere")).hasMessageContaining("Invalid region");
    assertThatThrownBy(
            () ->
                world.invoke(
                    EUROPE,
                    DynamoDbModel.UPDATE_TABLE,
                    UpdateTableInput.builder()
                        .tableName(TABLE)
                        .streamSpecification(new StreamSpecification(false, null))
                        .build()))
        .hasMessageContaining("stream");
  }

  @Test
  void asksForTheRightsToMakeAReplicaWhereItIsToBe() {
    var world = World.of();
    world.add(EUROPE);

    assertThat(world.local.asked().needs())
        .filteredOn(need -> need.resource().contains(EUROPE))
        .extracting(Access.Need::action)
        .contains("dynamodb:CreateTableReplica", "dynamodb:BatchWriteItem");
  }

  @Test
  void forgetsDeletesThatEverybodyKnows() {
    var world = World.of(EUROPE);
    world.put(HOME, "p", "a", "n", 1);
    world.delete(HOME, "a");
    world.regions.cut(HOME, EUROPE);
    world.local.clock.advance(Tombstones.GRACE.plusSeconds(1));
    world.local.work();
    assertThat(tombstones(world, HOME)).isEqualTo(1);

    world.regions.heal(HOME, EUROPE);
    world.local.work();

    assertThat(tombstones(world, HOME)).isZero();
    assertThat(tombstones(world, EUROPE)).isZero();
  }

  private static int tombstones(World world, String region) {
    var tables = new brume.dynamodb.catalog.Tables(world.local.store);
    var table = tables.describe(Local.SCOPE.in(region), TABLE);
    int count = 0;
    try (var snapshot = world.local.store.snapshot();
        var cursor = snapshot.scan(table.tombstones().children())) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }
}
