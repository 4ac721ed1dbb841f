package brume.lambda.source;

import brume.json.Json;
import brume.json.JsonException;
import brume.model.lambda.FilterCriteria;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which records a function is run with: those that match one of the patterns; all without any.
public record Filters(List<EventPattern> patterns) {
  /// Throws [IllegalArgumentException] for what is no pattern.
  public static Filters of(@Nullable FilterCriteria criteria) {
    var patterns = new ArrayList<EventPattern>();
    if (criteria != null && criteria.filters() != null) {
      for (var filter : criteria.filters()) {
        try {
          patterns.add(EventPattern.of(filter.pattern() == null ? "" : filter.pattern()));
        } catch (JsonException e) {
          throw new IllegalArgumentException(e.getMessage(), e);
        }
      }
    }
    return new Filters(List.copyOf(patterns));
  }

  boolean admit(Json event) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(event));
  }

  /// For records whose body is a text that may be JSON, and is then looked into. A pattern for a
  /// text of the body wants a text that is no JSON.
  boolean admitBody(Json.Obj event) {
    if (patterns.isEmpty()) {
      return true;
    }
    return admit(event) || admit(withParsedBody(event));
  }

  private static Json withParsedBody(Json.Obj event) {
    var body = event.get("body");
    try {
      return body == null || body.text() == null
          ? event
          : event.with("body", Json.parse(body.text()));
    } catch (JsonException _) {
      return event;
    }
  }
}
