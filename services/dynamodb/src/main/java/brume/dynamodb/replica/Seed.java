package brume.dynamodb.replica;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a replica has yet to send of all that it holds to one that is being made.
///
/// @param scope of the replica that sends
/// @param to the region of the other
/// @param done the key of what was sent last; empty before the first
record Seed(Scope scope, String table, String to, Bytes done) {
  static final Key ROOT = Key.of("dynamodb.seed");

  static Key of(Scope scope, String table) {
    return ROOT.then(scope.account(), scope.region(), table);
  }

  Key key() {
    return of(scope, table).then(to);
  }

  Seed after(byte[] last) {
    return new Seed(scope, table, to, Bytes.wrap(last));
  }

  void put(Transaction transaction) {
    var value =
        Json.object(
            "Account", Json.of(scope.account()),
            "Region", Json.of(scope.region()),
            "Table", Json.of(table),
            "To", Json.of(to),
            "Done", Json.of(done.toBase64()));
    transaction.put(key().bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  static Seed read(byte[] bytes) {
    var value = (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
    return new Seed(
        new Scope(text(value, "Account"), text(value, "Region")),
        text(value, "Table"),
        text(value, "To"),
        Bytes.fromBase64(text(value, "Done")));
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
