package brume.frontdoor.audit;

import brume.http.QueryString;
import brume.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which records somebody wants to see.
///
/// @param wanted texts by the names of the fields that must be them: `eventName`, `eventSource`,
///   `errorCode`, `awsRegion`, `requestID`, `recipientAccountId`, `readOnly`, `userName` or
///   `accessKeyId`; of `eventSource` the part before the first dot will do
/// @param from the first moment; null for the beginning
/// @param until the moment after the last; null for the end
public record TrailQuery(
    Map<String, String> wanted, @Nullable Instant from, @Nullable Instant until, int limit) {
  private static final int DEFAULT_LIMIT = 50;

  /// Of one answer.
  private static final int MAX_LIMIT = 1_000;

  private static final List<String> FIELDS =
      List.of(
          "eventName",
          "eventSource",
          "errorCode",
          "awsRegion",
          "requestID",
          "recipientAccountId",
          "readOnly");

  private static final List<String> IDENTITY = List.of("userName", "accessKeyId");

  /// Throws [IllegalArgumentException] with a text for whoever asks.
  public static TrailQuery parse(String queryString) {
    var wanted = new HashMap<String, String>();
    Instant from = null;
    Instant until = null;
    int limit = DEFAULT_LIMIT;
    for (var parameter : QueryString.parse(queryString).parameters()) {
      var value = parameter.value();
      switch (parameter.name()) {
        case "from" -> from = instant(value);
        case "until" -> until = instant(value);
        case "limit" -> limit = limit(value);
        case String name when FIELDS.contains(name) || IDENTITY.contains(name) ->
            wanted.put(name, value);
        case String name ->
            throw new IllegalArgumentException(
                "There is no field "
                    + name
                    + "; there are from, until, limit, "
                    + String.join(", ", FIELDS)
                    + ", "
                    + String.join(", ", IDENTITY));
      }
    }
    return new TrailQuery(Map.copyOf(wanted), from, until, limit);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException("Not a time such as 2026-01-31T12:00:00Z: " + text);
    }
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("limit is a number up to " + MAX_LIMIT + ": " + text);
  }

  boolean fits(Json.Obj event) {
    for (var entry : wanted.entrySet()) {
      var actual = text(event, entry.getKey());
      if (actual == null || !isMeant(entry.getKey(), entry.getValue(), actual)) {
        return false;
      }
    }
    var at = text(event, "eventTime");
    var time = at == null ? Instant.EPOCH : Instant.parse(at);
    return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
  }

  private static boolean isMeant(String field, String wanted, String actual) {
    return actual.equals(wanted)
        || (field.equals("eventSource") && actual.equals(wanted + ".amazonaws.com"));
  }

  private static @Nullable String text(Json.Obj event, String field) {
    var holder =
        IDENTITY.contains(field) && event.get("userIdentity") instanceof Json.Obj identity
            ? identity
            : event;
    var value = holder.get(field);
    return value == null ? null : value.text();
  }
}
