package brume.service;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/// Where transactions write what they owe, in order of the time at which it is due.
public final class Outbox {
  /// All that is owed lies under this prefix.
  public static final Key ROOT = Key.of("outbox");

  private Outbox() {}

  /// Owes a delivery from this transaction's commit on, not before `due`.
  public static void owe(Transaction transaction, Instant due, Owed owed) {
    transaction.put(key(due, owed.id()).bytes(), encode(owed));
  }

  public static Key key(Instant due, String id) {
    return ROOT.then().number(due.toEpochMilli()).text(id).build();
  }

  /// When what lies under a [#key] is due.
  public static Instant due(byte[] key) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(key, ROOT.bytes().length, Long.BYTES).getLong());
  }

  public static byte[] encode(Owed owed) {
    return Json.object(
            "kind", Json.of(owed.kind()),
            "account", Json.of(owed.scope().account()),
            "region", Json.of(owed.scope().region()),
            "id", Json.of(owed.id()),
            "attempt", Json.of(owed.attempt()),
            "since", Json.of(owed.since().toString()),
            "payload", Json.of(owed.payload().toBase64()))
        .print()
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Reads what [#encode] wrote.
  public static Owed decode(byte[] bytes) {
    var fields = ((Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8())).fields();
    return new Owed(
        text(fields, "kind"),
        new Scope(text(fields, "account"), text(fields, "region")),
        text(fields, "id"),
        Integer.parseInt(text(fields, "attempt")),
        Instant.parse(text(fields, "since")),
        Bytes.fromBase64(text(fields, "payload")));
  }

  private static String text(Map<String, Json> fields, String name) {
    var value = fields.get(name);
    var text = value == null ? null : value.text();
    if (text == null) {
      throw new IllegalStateException("An owed delivery without " + name);
    }
    return text;
  }
}
