package brume.dynamodb.data;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that a table's items have to be filled into.
///
/// @param index the global index; null for the times of expiry
/// @param place where its entries lie, which tells it from one that had the same name
/// @param done the key of the last item that was filled in; empty before the first
record BackfillWork(Scope scope, String table, @Nullable String index, String place, Bytes done) {
  static final Key ROOT = Key.of("dynamodb.backfill");

  Key key() {
    return ROOT.then(scope.account(), scope.region(), table, place);
  }

  BackfillWork after(byte[] item) {
    return new BackfillWork(scope, table, index, place, Bytes.wrap(item));
  }

  /// Whether the table still has what is to be filled.
  boolean isWanted(Table current) {
    if (index != null) {
      var found = current.index(index);
      return found != null
          && !found.isComplete()
          && current.definition().place(index).equals(place);
    }
    var expiry = current.definition().expiry();
    return expiry != null && expiry.place().equals(place);
  }

  void put(Transaction transaction) {
    var value =
        Json.object(
            "Account", Json.of(scope.account()),
            "Region", Json.of(scope.region()),
            "Table", Json.of(table),
            "Index", Json.of(index),
            "Place", Json.of(place),
            "Done", Json.of(done.toBase64()));
    transaction.put(key().bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  static BackfillWork read(byte[] bytes) {
    var value = (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
    return new BackfillWork(
        new Scope(text(value, "Account"), text(value, "Region")),
        text(value, "Table"),
        value.get("Index") instanceof Json.Str(var index) ? index : null,
        text(value, "Place"),
        Bytes.fromBase64(text(value, "Done")));
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
