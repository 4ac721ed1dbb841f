package brume.todo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Something to do.
///
/// @param id a UUID
/// @param title 1 to [#MAX_TITLE] characters, not only spaces
/// @param createdAt to the millisecond
record Todo(String id, String title, boolean done, Instant createdAt) {
  static final int MAX_TITLE = 200;

  static Todo of(Map<String, AttributeValue> item) {
    return new Todo(
        Objects.requireNonNull(item.get("id")).s(),
        Objects.requireNonNull(item.get("title")).s(),
        Objects.requireNonNull(item.get("done")).bool(),
        Instant.parse(Objects.requireNonNull(item.get("createdAt")).s()));
  }

  Map<String, AttributeValue> item() {
    return Map.of(
        "id", AttributeValue.fromS(id),
        "title", AttributeValue.fromS(title),
        "done", AttributeValue.fromBool(done),
        "createdAt", AttributeValue.fromS(createdAt.toString()));
  }

  /// As the API shows it.
  Map<String, Object> shown() {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("id", id);
    shown.put("title", title);
    shown.put("done", done);
    shown.put("createdAt", createdAt.toString());
    return shown;
  }

  /// The title, without the spaces around it.
  static String title(@Nullable Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      throw new RefusedException(400, "title must be a text that is not empty");
    }
    var title = text.strip();
    if (title.length() > MAX_TITLE) {
      throw new RefusedException(400, "title must have at most " + MAX_TITLE + " characters");
    }
    return title;
  }

  static boolean done(@Nullable Object value) {
    if (!(value instanceof Boolean done)) {
      throw new RefusedException(400, "done must be true or false");
    }
    return done;
  }
}
