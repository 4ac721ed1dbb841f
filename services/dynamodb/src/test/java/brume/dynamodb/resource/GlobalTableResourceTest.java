package brume.dynamodb.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.json.Json;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ListTablesInput;
import brume.model.dynamodb.ListTagsOfResourceInput;
import brume.model.dynamodb.ReplicaDescription;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.service.Call;
import brume.service.ResourceType.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlobalTableResourceTest {
  private static final String EUROPE = "eu-west-1";
  private static final String ASIA = "ap-south-1";
  private static final Json.Obj PROPERTIES =
      properties(
          """
          [{"Region": "us-east-1"},
           {"Region": "eu-west-1", "DeletionProtectionEnabled": false,
            "TableClass": "STANDARD_INFREQUENT_ACCESS",
            "Tags": [{"Key": "own", "Value": "1"}]}]
          """);

  private final Local local = new Local();
  private final GlobalTableResource type = new GlobalTableResource();

  private static Json.Obj properties(String replicas) {
    var table =
        (Json.Obj)
            Json.parse(
                """
                {"TableName": "T", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"},
                 "TimeToLiveSpecification": {"AttributeName": "t", "Enabled": true}}
                """);
    return table.with("Replicas", Json.parse(replicas));
  }

  @Test
  void makesATableWithReplicas() {
    var made = type.create(local.call(), request(PROPERTIES));
    local.work();

    assertThat(made.physicalId()).isEqualTo("T");
    assertThat(made.attributes()).containsOnlyKeys("Arn", "TableId", "StreamArn");
    assertThat(describe("us-east-1").replicas())
        .extracting(ReplicaDescription::regionName, ReplicaDescription::replicaStatus)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(EUROPE, "ACTIVE"));
    var europe = describe(EUROPE);
    assertThat(europe.tableClassSummary().tableClass()).isEqualTo("STANDARD_INFREQUENT_ACCESS");
    var tags = ListTagsOfResourceInput.builder().resourceArn(europe.tableArn()).build();
    assertThat(local.invoke(at(EUROPE), DynamoDbModel.LIST_TAGS_OF_RESOURCE, tags).tags())
        .containsExactly(new Tag("own", "1"), new Tag("stack", "s"));
    var expiry =
        local.invoke(
            at(EUROPE), DynamoDbModel.DESCRIBE_TIME_TO_LIVE, new DescribeTimeToLiveInput("T"));
    assertThat(expiry.timeToLiveDescription().attributeName()).isEqualTo("t");
  }

  @Test
  void replicasComeAndGo() {
    var made = type.create(local.call(), request(PROPERTIES));
    local.work();
    var wanted =
        properties(
            """
            [{"Region": "us-east-1"}, {"Region": "ap-south-1", "DeletionProtectionEnabled": true}]
            """);

    assertThat(type.update(local.call(), made, PROPERTIES, request(wanted))).isEqualTo(made);
    local.work();

    assertThat(describe("us-east-1").replicas())
        .extracting(ReplicaDescription::regionName)
        .containsExactly(ASIA);
    assertThat(describe(ASIA).deletionProtectionEnabled()).isTrue();
    assertThatThrownBy(() -> type.delete(local.call(), made, wanted))
        .hasMessageContaining("protected");
  }

  @Test
  void goesWithAllItsReplicas() {
    var made = type.create(local.call(), request(PROPERTIES));
    local.work();

    type.delete(local.call(), made, PROPERTIES);
    local.work();
    type.delete(local.call(), made, PROPERTIES);

    for (var region : new String[] {"us-east-1", EUROPE}) {
      var tables =
          local.invoke(at(region), DynamoDbModel.LIST_TABLES, ListTablesInput.builder().build());
      assertThat(tables.tableNames()).as(region).isEmpty();
    }
  }

  @Test
  void refusesWhatItDoesNotHonour() {
    assertRefused(properties("[{\"Region\": \"eu-west-1\"}]"), "region of the stack");
    assertRefused(
        properties("[{\"Region\": \"us-east-1\", \"KinesisStreamSpecification\": {}}]"),
        "KinesisStreamSpecification");
    assertRefused(PROPERTIES.without("BillingMode"), "PAY_PER_REQUEST");
  }

  private void assertRefused(Json.Obj properties, String why) {
    assertThatThrownBy(() -> type.create(local.call(), request(properties)))
        .hasMessageContaining(why);
  }

  private Call at(String region) {
    return local.call().in(Local.SCOPE.in(region));
  }

  private TableDescription describe(String region) {
    return local
        .invoke(at(region), DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput("T"))
        .table();
  }

  private static Request request(Json.Obj properties) {
    return new Request("stack", "Todos", "TOKEN", properties, Map.of("stack", "s"));
  }
}
