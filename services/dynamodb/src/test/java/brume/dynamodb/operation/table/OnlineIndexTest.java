package brume.dynamodb.operation.table;

import static brume.dynamodb.Local.attributes;
import static brume.dynamodb.Local.item;
import static brume.dynamodb.Local.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.CreateGlobalSecondaryIndexAction;
import brume.model.dynamodb.DeleteGlobalSecondaryIndexAction;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateGlobalSecondaryIndexAction;
import brume.model.dynamodb.UpdateTableInput;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnlineIndexTest {
  private final Local local = new Local();

  @BeforeEach
  void fill() {
    local.table("T", "p:S");
    for (int i = 0; i < 250; i++) {
      local.put("T", "p", "item-" + i, "keeper", "k" + i % 3, "age", i);
    }
    local.put("T", "p", "sparse", "age", 1);
  }

  @Test
  void anIndexIsFilledWhileItemsChange() {
    create("byKeeper", "keeper:S");
    assertThat(index().indexStatus()).isEqualTo("CREATING");
    assertThat(index().backfilling()).isTrue();
    assertThatThrownBy(() -> query("k1"))
        .hasMessage("Cannot read from backfilling global secondary index: byKeeper");
    local.put("T", "p", "item-1", "keeper", "other", "age", 1);
    local.put("T", "p", "new", "keeper", "k1");

    local.work();

    assertThat(index().indexStatus()).isEqualTo("ACTIVE");
    assertThat(index().backfilling()).isNull();
    assertThat(index().itemCount()).isEqualTo(251);
    assertThat(query("k1")).isEqualTo(83);
    assertThat(query("other")).isEqualTo(1);
  }

  @Test
  void anIndexComesBackEmptyAndIsFilledAnew() {
    create("byKeeper", "keeper:S");
    local.work();
    delete("byKeeper");
    assertThat(describe().globalSecondaryIndexes()).isNull();
    assertThat(describe().attributeDefinitions()).isEqualTo(attributes("p:S"));
    local.put("T", "p", "item-1", "keeper", "other");
    create("byKeeper", "keeper:S");
    local.work();
    assertThat(query("k1")).isEqualTo(82);
    assertThat(query("other")).isEqualTo(1);
  }

  @Test
  void whatWasBegunGoesOn() {
    create("byKeeper", "keeper:S");
    var restarted = new Local(local.store);
    restarted.work();
    assertThat(query("k1")).isEqualTo(83);
  }

  @Test
  void anIndexThatIsGoneIsNotFilled() {
    create("byKeeper", "keeper:S");
    delete("byKeeper");
    local.work();
    assertThat(describe().globalSecondaryIndexes()).isNull();
  }

  @Test
  void oneIndexComesAtATime() {
    create("byKeeper", "keeper:S");
    assertThatThrownBy(() -> create("byAge", "age:N"))
        .hasMessage(
            "Subscriber limit exceeded: Only 1 online index can be created or deleted"
                + " simultaneously per table");
    local.work();
    create("byAge", "age:N");
    assertThatThrownBy(() -> create("byKeeper", "keeper:S"))
        .hasMessageContaining("simultaneously per table");
    local.work();
    assertThatThrownBy(() -> create("byKeeper", "keeper:S"))
        .hasMessage("Attempting to create an index which already exists");
    assertThatThrownBy(() -> delete("none")).hasMessageStartingWith("Requested resource not found");
  }

  @Test
  void unitsFollowTheBilling() {
    create("byKeeper", "keeper:S");
    var units = new ProvisionedThroughput(3L, 4L);
    var toProvisioned =
        UpdateTableInput.builder()
            .tableName("T")
            .billingMode("PROVISIONED")
            .provisionedThroughput(units);
    assertThatThrownBy(() -> update(toProvisioned))
        .hasMessage(
            "One or more parameter values were invalid: ProvisionedThroughput must be specified for"
                + " index: byKeeper");
    var change =
        UpdateGlobalSecondaryIndexAction.builder()
            .indexName("byKeeper")
            .provisionedThroughput(units)
            .build();
    update(
        toProvisioned.globalSecondaryIndexUpdates(
            List.of(GlobalSecondaryIndexUpdate.builder().update(change).build())));
    assertThat(index().provisionedThroughput().writeCapacityUnits()).isEqualTo(4);
  }

  private void create(String name, String key) {
    var action =
        CreateGlobalSecondaryIndexAction.builder()
            .indexName(name)
            .keySchema(schema(key))
            .projection(new Projection(null, "KEYS_ONLY"))
            .build();
    update(
        UpdateTableInput.builder()
            .tableName("T")
            .attributeDefinitions(attributes(key))
            .globalSecondaryIndexUpdates(
                List.of(GlobalSecondaryIndexUpdate.builder().create(action).build())));
  }

  private void delete(String name) {
    var action = new DeleteGlobalSecondaryIndexAction(name);
    update(
        UpdateTableInput.builder()
            .tableName("T")
            .globalSecondaryIndexUpdates(
                List.of(GlobalSecondaryIndexUpdate.builder().delete(action).build())));
  }

  private void update(UpdateTableInput.Builder update) {
    local.invoke(DynamoDbModel.UPDATE_TABLE, update.build());
  }

  private TableDescription describe() {
    return local.invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput("T")).table();
  }

  private GlobalSecondaryIndexDescription index() {
    return describe().globalSecondaryIndexes().getFirst();
  }

  private int query(String keeper) {
    var query =
        QueryInput.builder()
            .tableName("T")
            .indexName("byKeeper")
            .keyConditionExpression("keeper = :k")
            .expressionAttributeValues(item(":k", keeper));
    return local.invoke(DynamoDbModel.QUERY, query.build()).count();
  }
}
