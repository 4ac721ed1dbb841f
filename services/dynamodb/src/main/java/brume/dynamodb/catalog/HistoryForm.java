package brume.dynamodb.catalog;

import brume.dynamodb.table.History;
import brume.dynamodb.table.History.Recovery;
import brume.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The stored form of the reasons for which a table's history is kept.
final class HistoryForm {
  private HistoryForm() {}

  static Json.Obj write(History history) {
    var copies = new HashMap<String, Json>();
    history.copies().forEach((id, at) -> copies.put(id, Json.of(at.toString())));
    var form = Json.object("Place", Json.of(history.place())).with("Copies", new Json.Obj(copies));
    var recovery = history.recovery();
    return recovery == null
        ? form
        : form.with("Since", Json.of(recovery.since().toString()))
            .with("Days", Json.of(recovery.days()));
  }

  static History read(Json.Obj form) {
    var history = History.at(text(form.get("Place")));
    if (form.has("Since")) {
      history =
          history.with(
              new Recovery(
                  Instant.parse(text(form.get("Since"))),
                  Integer.parseInt(text(form.get("Days")))));
    }
    if (form.get("Copies") instanceof Json.Obj(var copies)) {
      for (var copy : copies.entrySet()) {
        history = history.withCopy(copy.getKey(), Instant.parse(text(copy.getValue())));
      }
    }
    return history;
  }

  private static String text(@Nullable Json value) {
    return Objects.requireNonNull(value == null ? null : value.text());
  }
}
