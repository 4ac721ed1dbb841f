package brume.dynamodb.backup;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that is being copied, and how far.
///
/// @param table of which it is a copy, as of `at`; null when it is one of the backup
/// @param backup what is copied, or what is made, when a table is named with it
/// @param target the table that is made; null when it is the backup
/// @param done the last key; empty before the first
record Copy(
    Scope scope,
    String id,
    @Nullable String table,
    @Nullable Instant at,
    @Nullable String backup,
    @Nullable String target,
    Bytes done) {
  static final Key ROOT = Key.of("dynamodb.copies");

  static Copy toBackup(BackupName backup, Instant at) {
    return new Copy(
        backup.scope(), backup.id(), backup.table(), at, backup.arn(), null, Bytes.EMPTY);
  }

  static Copy toTable(Scope scope, String id, String table, Instant at, String target) {
    return new Copy(scope, id, table, at, null, target, Bytes.EMPTY);
  }

  static Copy ofBackup(Scope scope, String id, String backup, String target) {
    return new Copy(scope, id, null, null, backup, target, Bytes.EMPTY);
  }

  Copy after(Bytes last) {
    return new Copy(scope, id, table, at, backup, target, last);
  }

  Key key() {
    return ROOT.then(scope.account(), scope.region(), id);
  }

  void put(Transaction transaction) {
    var value =
        Json.object(
            "Account", Json.of(scope.account()),
            "Region", Json.of(scope.region()),
            "Id", Json.of(id),
            "Table", Json.of(table),
            "At", Json.of(at == null ? null : at.toString()),
            "Backup", Json.of(backup),
            "Target", Json.of(target),
            "Done", Json.of(done.toBase64()));
    transaction.put(key().bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  static Copy read(byte[] bytes) {
    var value = (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
    var at = text(value, "At");
    return new Copy(
        new Scope(needed(value, "Account"), needed(value, "Region")),
        needed(value, "Id"),
        text(value, "Table"),
        at == null ? null : Instant.parse(at),
        text(value, "Backup"),
        text(value, "Target"),
        Bytes.fromBase64(needed(value, "Done")));
  }

  private static @Nullable String text(Json.Obj value, String name) {
    return value.get(name) instanceof Json.Str(var text) ? text : null;
  }

  private static String needed(Json.Obj value, String name) {
    return Objects.requireNonNull(text(value, name));
  }
}
