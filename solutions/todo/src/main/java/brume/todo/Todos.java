package brume.todo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The table of todos.
final class Todos {
  private final DynamoDbClient dynamoDb;
  private final String table;

  Todos(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /// @param next where the next page begins; null at the end
  record Page(List<Todo> todos, @Nullable String next) {}

  void put(Todo todo) {
    dynamoDb.putItem(put -> put.tableName(table).item(todo.item()));
  }

  @Nullable Todo get(String id) {
    var item = dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true));
    return item.hasItem() ? Todo.of(item.item()) : null;
  }

  /// At most `limit` todos, in no order, from behind the id `after`.
  Page list(int limit, @Nullable String after) {
    var todos = new ArrayList<Todo>();
    var start = after == null ? null : key(after);
    do {
      var from = start;
      int left = limit - todos.size();
      var page =
          dynamoDb.scan(
              scan ->
                  scan.tableName(table).limit(left).exclusiveStartKey(from).consistentRead(true));
      page.items().forEach(item -> todos.add(Todo.of(item)));
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (start != null && todos.size() < limit);
    return new Page(todos, start == null ? null : todos.getLast().id());
  }

  /// The changed todo; null when there is none of this id.
  @Nullable Todo change(String id, @Nullable String title, @Nullable Boolean done) {
    var changes = new ArrayList<String>();
    var values = new HashMap<String, AttributeValue>();
    if (title != null) {
      changes.add("title = :title");
      values.put(":title", AttributeValue.fromS(title));
    }
    if (done != null) {
      changes.add("done = :done");
      values.put(":done", AttributeValue.fromBool(done));
    }
    try {
      var changed =
          dynamoDb.updateItem(
              update ->
                  update
                      .tableName(table)
                      .key(key(id))
                      .conditionExpression("attribute_exists(id)")
                      .updateExpression("SET " + String.join(", ", changes))
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.ALL_NEW));
      return Todo.of(changed.attributes());
    } catch (ConditionalCheckFailedException missing) {
      return null;
    }
  }

  /// Whether there was one of this id.
  boolean delete(String id) {
    return dynamoDb
        .deleteItem(
            delete -> delete.tableName(table).key(key(id)).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }
}
