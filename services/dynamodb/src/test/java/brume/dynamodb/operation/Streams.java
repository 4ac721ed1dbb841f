package brume.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.CreateGlobalSecondaryIndexAction;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.Projection;
import brume.model.dynamodb.UpdateTableInput;
import brume.model.dynamodbstreams.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the stream and a later index of the model's table say.
final class Streams {
  private Streams() {}

  /// The items that the stream makes, played from its beginning.
  static Map<List<Integer>, Item> played(Local local) {
    var played = new HashMap<List<Integer>, Item>();
    for (var record : local.records("T")) {
      var change = record.dynamodb();
      var key = List.of(number(change.keys(), "p"), number(change.keys(), "s"));
      var before =
          change.newImage() == null ? played.remove(key) : played.put(key, item(change.newImage()));
      assertThat(change.oldImage() == null ? null : item(change.oldImage())).isEqualTo(before);
    }
    return played;
  }

  static void addIndex(Local local) {
    var action =
        CreateGlobalSecondaryIndexAction.builder()
            .indexName("added")
            .keySchema(Local.schema("s:N", "v:N"))
            .projection(new Projection(null, "ALL"))
            .build();
    local.invoke(
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder()
            .tableName("T")
            .globalSecondaryIndexUpdates(
                List.of(GlobalSecondaryIndexUpdate.builder().create(action).build()))
            .build());
  }

  private static Item item(Map<String, AttributeValue> image) {
    var attributes = new HashMap<String, Value>();
    image.forEach((name, value) -> attributes.put(name, Value.N.of(value.n())));
    return new Item(attributes);
  }

  private static int number(Map<String, AttributeValue> keys, String name) {
    return Integer.parseInt(keys.get(name).n());
  }
}
