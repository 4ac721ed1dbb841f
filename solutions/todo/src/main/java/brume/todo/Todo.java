package brume.todo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Something to do.
///
/// @param owner whose it is
/// @param id a UUID
/// @param title 1 to [#MAX_TITLE] characters, not only spaces
/// @param createdAt to the millisecond
/// @param due the last day for it; null when there is none
/// @param photo the key of its picture in the bucket of photos; null when it has none
record Todo(
    String owner,
    String id,
    String title,
    boolean done,
    Instant createdAt,
    @Nullable LocalDate due,
    @Nullable String photo) {
  static final int MAX_TITLE = 200;

  /// Source: Amazon S3 User Guide, "Naming Amazon S3 objects", in bytes of UTF-8.
  private static final int MAX_PHOTO = 1_024;

  static Todo of(Map<String, AttributeValue> item) {
    var due = item.get("due");
    var photo = item.get("photo");
    return new Todo(
        text(item, "owner"),
        text(item, "id"),
        text(item, "title"),
        Objects.requireNonNull(item.get("done")).bool(),
        Instant.parse(text(item, "createdAt")),
        due == null ? null : LocalDate.parse(due.s()),
        photo == null ? null : photo.s());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }

  Map<String, AttributeValue> item() {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("owner", AttributeValue.fromS(owner));
    item.put("id", AttributeValue.fromS(id));
    item.put("title", AttributeValue.fromS(title));
    item.put("done", AttributeValue.fromBool(done));
    item.put("createdAt", AttributeValue.fromS(createdAt.toString()));
    if (due != null) {
      item.put("due", AttributeValue.fromS(due.toString()));
    }
    if (photo != null) {
      item.put("photo", AttributeValue.fromS(photo));
    }
    return item;
  }

  /// As the API shows it.
  Map<String, Object> shown() {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("id", id);
    shown.put("title", title);
    shown.put("done", done);
    shown.put("createdAt", createdAt.toString());
    if (due != null) {
      shown.put("due", due.toString());
    }
    if (photo != null) {
      shown.put("photo", photo);
    }
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

  /// Null to have none.
  static @Nullable LocalDate due(@Nullable Object value) {
    try {
      return value == null ? null : LocalDate.parse(String.valueOf(value));
    } catch (DateTimeException noDate) {
      throw new RefusedException(400, "due must be a date such as 2026-12-31");
    }
  }

  /// Null to have none.
  static @Nullable String photo(@Nullable Object value) {
    if (value != null
        && (!(value instanceof String key) || key.isEmpty() || key.length() > MAX_PHOTO)) {
      throw new RefusedException(400, "photo must be the key of an object");
    }
    return (String) value;
  }
}
