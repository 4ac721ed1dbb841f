package brume.todo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is to be changed of a todo.
///
/// @param values the new values by attribute; null to remove one
record Change(Map<String, @Nullable AttributeValue> values) {
  /// Throws [RefusedException] when a field is wrong or none is there.
  static Change of(Map<String, Object> fields) {
    var values = new LinkedHashMap<String, @Nullable AttributeValue>();
    if (fields.containsKey("title")) {
      values.put("title", AttributeValue.fromS(Todo.title(fields.get("title"))));
    }
    if (fields.containsKey("done")) {
      values.put("done", AttributeValue.fromBool(Todo.done(fields.get("done"))));
    }
    if (fields.containsKey("due")) {
      var due = Todo.due(fields.get("due"));
      values.put("due", due == null ? null : AttributeValue.fromS(due.toString()));
    }
    if (fields.containsKey("photo")) {
      var photo = Todo.photo(fields.get("photo"));
      values.put("photo", photo == null ? null : AttributeValue.fromS(photo));
    }
    if (values.isEmpty()) {
      throw new RefusedException(400, "Send a title, a due date, a photo, or whether it is done");
    }
    return new Change(values);
  }

  String expression() {
    var set = new ArrayList<String>();
    var removed = new ArrayList<String>();
    values.forEach(
        (name, value) -> (value == null ? removed : set).add(assignment(name, value != null)));
    return clause("SET ", set) + clause("REMOVE ", removed);
  }

  private static String assignment(String name, boolean set) {
    return set ? "#" + name + " = :" + name : "#" + name;
  }

  private static String clause(String keyword, List<String> parts) {
    return parts.isEmpty() ? "" : keyword + String.join(", ", parts) + ' ';
  }

  Map<String, String> names() {
    var names = new HashMap<String, String>();
    values.keySet().forEach(name -> names.put('#' + name, name));
    return names;
  }

  /// Null when all that is changed is removed: DynamoDB refuses an empty map.
  @Nullable Map<String, AttributeValue> set() {
    var set = new HashMap<String, AttributeValue>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            set.put(':' + name, value);
          }
        });
    return set.isEmpty() ? null : set;
  }
}
