package brume.lambda.source;

import brume.base.Bytes;
import brume.json.Json;
import brume.json.JsonException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which records of a batch a function says that it failed on.
///
/// Source: AWS Lambda Developer Guide, "Reporting batch item failures".
sealed interface BatchAnswer {
  /// It succeeded with all.
  record Complete() implements BatchAnswer {}

  /// It failed with the whole batch, or answered what is not understood.
  record Failed() implements BatchAnswer {}

  /// @param items ids of the batch
  record Partly(Set<String> items) implements BatchAnswer {}

  /// @param known the ids of the batch
  static BatchAnswer of(Bytes payload, Collection<String> known) {
    try {
      var json = payload.length() == 0 ? Json.ofNull() : Json.parse(payload.toUtf8());
      if (json instanceof Json.Null || json.equals(Json.of(""))) {
        return new Complete();
      }
      if (!(json instanceof Json.Obj answer)) {
        return new Complete();
      }
      return switch (answer.get("batchItemFailures")) {
        case null -> new Complete();
        case Json.Null _ -> new Complete();
        case Json.Arr(var failures) when failures.isEmpty() -> new Complete();
        case Json.Arr(var failures) -> partly(failures, known);
        default -> new Failed();
      };
    } catch (JsonException _) {
      return new Failed();
    }
  }

  private static BatchAnswer partly(Collection<Json> failures, Collection<String> known) {
    var items = new LinkedHashSet<String>();
    for (var failure : failures) {
      var id = failure instanceof Json.Obj object ? object.get("itemIdentifier") : null;
      var text = id == null ? null : id.text();
      if (text == null || !known.contains(text)) {
        return new Failed();
      }
      items.add(text);
    }
    return new Partly(items);
  }
}
