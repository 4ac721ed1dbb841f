package brume.ses.relay;

import brume.base.Bytes;
import brume.json.Json;
import java.util.List;
import java.util.Objects;

/// A message that is owed to the relay.
///
/// @param id of the message in the mailbox
/// @param to whoever did not get it yet
record Order(String id, String from, List<String> to) {
  Bytes bytes() {
    var recipients = new Json.Arr(to.stream().map(Json::of).toList());
    return Bytes.utf8(
        Json.object("id", Json.of(id), "from", Json.of(from), "to", recipients).print());
  }

  static Order of(Bytes payload) {
    var json = (Json.Obj) Json.parse(payload.toUtf8());
    return new Order(
        text(json, "id"), text(json, "from"), Objects.requireNonNull(json.get("to")).texts());
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }

  Order without(Outcome outcome) {
    var left =
        to.stream()
            .filter(each -> !outcome.sent().contains(each) && !outcome.refused().containsKey(each))
            .toList();
    return new Order(id, from, left);
  }
}
