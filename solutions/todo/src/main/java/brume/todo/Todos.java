package brume.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The table of todos, with or without a cache before it.
final class Todos {
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final boolean cached;

  /// @param cached whether the client reads through a cache
  Todos(DynamoDbClient dynamoDb, String table, boolean cached) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.cached = cached;
  }

  /// @param cluster the address of a DAX cluster, such as `dax://host:8111`; empty for none
  static Todos of(String table, @Nullable String cluster) {
    return cluster == null || cluster.isEmpty()
        ? new Todos(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            table,
            false)
        : new Todos(Cluster.client(cluster), table, true);
  }

  /// @param next where the next page begins; null at the end
  record Page(List<Todo> todos, @Nullable String next) {}

  void put(Todo todo) {
    dynamoDb.putItem(put -> put.tableName(table).item(todo.item()));
  }

  /// @param newest whether no cache may answer
  @Nullable Todo get(String owner, String id, boolean newest) {
    var key = key(owner, id);
    var item =
        dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(!cached || newest));
    return item.hasItem() ? Todo.of(item.item()) : null;
  }

  /// At most `limit` todos of an owner, in the order of their ids, from behind the id `after`.
  ///
  /// @param newest whether no cache may answer
  Page list(String owner, int limit, @Nullable String after, boolean newest) {
    var todos = new ArrayList<Todo>();
    var start = after == null ? null : key(owner, after);
    do {
      var from = start;
      int left = limit - todos.size();
      var page =
          dynamoDb.query(
              query ->
                  query
                      .tableName(table)
                      .keyConditionExpression("#owner = :owner")
                      .expressionAttributeNames(Map.of("#owner", "owner"))
                      .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner)))
                      .limit(left)
                      .exclusiveStartKey(from)
                      .consistentRead(!cached || newest));
      page.items().forEach(item -> todos.add(Todo.of(item)));
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (start != null && todos.size() < limit);
    return new Page(todos, start == null ? null : todos.getLast().id());
  }

  /// The changed todo; null when its owner has none of this id.
  @Nullable Todo change(String owner, String id, Change change) {
    try {
      var changed =
          dynamoDb.updateItem(
              update ->
                  update
                      .tableName(table)
                      .key(key(owner, id))
                      .conditionExpression("attribute_exists(id)")
                      .updateExpression(change.expression())
                      .expressionAttributeNames(change.names())
                      .expressionAttributeValues(change.set())
                      .returnValues(ReturnValue.ALL_NEW));
      return Todo.of(changed.attributes());
    } catch (ConditionalCheckFailedException missing) {
      return null;
    }
  }

  /// Whether there was one of this id.
  boolean delete(String owner, String id) {
    return dynamoDb
        .deleteItem(
            delete -> delete.tableName(table).key(key(owner, id)).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  private static Map<String, AttributeValue> key(String owner, String id) {
    return Map.of("owner", AttributeValue.fromS(owner), "id", AttributeValue.fromS(id));
  }
}
