package brume.dynamodb.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.json.Json;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
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
