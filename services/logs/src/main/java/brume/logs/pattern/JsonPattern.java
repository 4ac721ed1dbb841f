package brume.logs.pattern;

import brume.json.Json;
import brume.json.JsonException;
import java.util.function.Predicate;

/// A condition on the fields of messages that are JSON objects; no other message matches.
record JsonPattern(Condition condition) implements Predicate<String> {
  @Override
  public boolean test(String message) {
    if (!message.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      return condition.holds(Json.parse(message));
    } catch (JsonException _) {
      return false;
    }
  }
}
