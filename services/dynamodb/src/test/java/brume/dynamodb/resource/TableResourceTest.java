package brume.dynamodb.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.json.Json;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetResourcePolicyInput;
import brume.model.dynamodb.ListTagsOfResourceInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.service.ResourceType.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableResourceTest {
  private static final Json.Obj PROPERTIES =
      (Json.Obj)
          Json.parse(
              """
              {"AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
               "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
               "ProvisionedThroughput": {"ReadCapacityUnits": "1", "WriteCapacityUnits": 2},
               "Tags": [{"Key": "own", "Value": "1"}]}
              """);

  private final Local local = new Local();
  private final TableResource type = new TableResource();

  @Test
  void aTableIsMadeOnce() {
    var table = type.create(local.call(), request(PROPERTIES));
    assertThat(table.physicalId()).isEqualTo("stack-Todos-TOKEN");
    assertThat(table.attributes().get("Arn"))
        .isEqualTo(Json.of("arn:aws:dynamodb:us-east-1:000000000000:table/stack-Todos-TOKEN"));
    assertThat(type.create(local.call(), request(PROPERTIES))).isEqualTo(table);
    var throughput = describe(table.physicalId()).provisionedThroughput();
    assertThat(throughput.readCapacityUnits()).isEqualTo(1);
  }

  @Test
  void aNameOfTheTemplateIsNotTakenFromOthers() {
    var named = PROPERTIES.with("TableName", Json.of("mine"));
    type.create(local.call(), request(named));
    assertThatThrownBy(() -> type.create(local.call(), request(named)))
        .hasMessage("Table already exists: mine");
  }

  @Test
  void whatMayChangeChanges() {
    var table = type.create(local.call(), request(PROPERTIES));
    var changed =
        PROPERTIES
            .with("DeletionProtectionEnabled", Json.of("true"))
            .with("Tags", Json.array(Json.object("Key", Json.of("other"), "Value", Json.of("2"))));
    assertThat(type.update(local.call(), table, PROPERTIES, request(changed))).isEqualTo(table);
    assertThat(describe(table.physicalId()).deletionProtectionEnabled()).isTrue();
    var arn = table.attributes().get("Arn").text();
    var tags = ListTagsOfResourceInput.builder().resourceArn(arn).build();
    assertThat(local.invoke(DynamoDbModel.LIST_TAGS_OF_RESOURCE, tags).tags())
        .containsExactly(new Tag("other", "2"), new Tag("stack", "s"));
  }

  @Test
  void indexesAndStreamsComeAndGo() {
    var table = type.create(local.call(), request(PROPERTIES));
    var changed =
        PROPERTIES
            .with(
                "AttributeDefinitions",
                Json.parse(
                    """
                    [{"AttributeName": "id", "AttributeType": "S"},
                     {"AttributeName": "by", "AttributeType": "S"}]
                    """))
            .with(
                "GlobalSecondaryIndexes",
                Json.parse(
                    """
                    [{"IndexName": "I", "KeySchema": [{"AttributeName": "by", "KeyType": "HASH"}],
                      "Projection": {"ProjectionType": "ALL"},
                      "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}]
                    """))
            .with("StreamSpecification", Json.parse("{\"StreamViewType\": \"NEW_IMAGE\"}"));
    var updated = type.update(local.call(), table, PROPERTIES, request(changed));
    var described = describe(table.physicalId());
    assertThat(described.globalSecondaryIndexes().getFirst().indexName()).isEqualTo("I");
    assertThat(updated.attributes().get("StreamArn"))
        .isEqualTo(Json.of(described.latestStreamArn()));
    local.work();
    type.update(local.call(), table, changed, request(PROPERTIES));
    assertThat(describe(table.physicalId()).globalSecondaryIndexes()).isNull();
    assertThat(describe(table.physicalId()).streamSpecification()).isNull();
  }

  @Test
  void expiryAndPolicyComeAndGo() {
    var policy =
        """
        {"PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": "*", "Action": "dynamodb:GetItem", "Resource": "*"}]}}
        """;
    var with =
        PROPERTIES
            .with("ResourcePolicy", Json.parse(policy))
            .with(
                "TimeToLiveSpecification",
                Json.parse("{\"AttributeName\": \"until\", \"Enabled\": \"true\"}"));
    var table = type.create(local.call(), request(with));
    assertThat(expiry(table.physicalId())).isEqualTo("until");
    var arn = new GetResourcePolicyInput(table.attributes().get("Arn").text());
    assertThat(local.invoke(DynamoDbModel.GET_RESOURCE_POLICY, arn).policy()).contains("GetItem");
    type.update(local.call(), table, with, request(PROPERTIES));
    assertThat(expiry(table.physicalId())).isNull();
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.GET_RESOURCE_POLICY, arn))
        .hasMessageContaining("not found");
  }

  private String expiry(String table) {
    return local
        .invoke(DynamoDbModel.DESCRIBE_TIME_TO_LIVE, new DescribeTimeToLiveInput(table))
        .timeToLiveDescription()
        .attributeName();
  }

  @Test
  void anIndexCannotBecomeAnother() {
    var index = "[{\"IndexName\": \"I\", \"Projection\": {\"ProjectionType\": \"%s\"}}]";
    var before = PROPERTIES.with("GlobalSecondaryIndexes", Json.parse(index.formatted("ALL")));
    var after = PROPERTIES.with("GlobalSecondaryIndexes", Json.parse(index.formatted("KEYS_ONLY")));
    var table = type.create(local.call(), request(PROPERTIES));
    assertThatThrownBy(() -> type.update(local.call(), table, before, request(after)))
        .hasMessageStartingWith("Cannot update GSI's properties other than");
  }

  @Test
  void deletingTwiceIsNoError() {
    var table = type.create(local.call(), request(PROPERTIES));
    type.delete(local.call(), table, PROPERTIES);
    type.delete(local.call(), table, PROPERTIES);
    assertThatThrownBy(() -> describe(table.physicalId())).hasMessageContaining("not found");
  }

  @Test
  void propertiesAreReadByTheirShapes() {
    assertThatThrownBy(() -> create("KeySchema", "[{\"Name\": \"id\"}]"))
        .hasMessage("Unsupported property: KeySchema.Name");
    assertThatThrownBy(() -> create("ProvisionedThroughput", "{\"ReadCapacityUnits\": \"x\"}"))
        .hasMessage("Not a number: property ProvisionedThroughput.ReadCapacityUnits");
    assertThatThrownBy(() -> create("KeySchema", "\"id\""))
        .hasMessage("Not of the right type: property KeySchema");
  }

  private void create(String property, String json) {
    type.create(local.call(), request(PROPERTIES.with(property, Json.parse(json))));
  }

  private TableDescription describe(String name) {
    return local.invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(name)).table();
  }

  private static Request request(Json.Obj properties) {
    return new Request("stack", "Todos", "TOKEN", properties, Map.of("stack", "s"));
  }
}
