package brume.dynamodb.stream;

import brume.base.Scope;
import brume.dynamodb.table.StreamDefinition;
import brume.json.Json;
import brume.model.dynamodbstreams.StreamDescription;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The streams of all tables, those that have ended among them, and their records.
public final class Streams {
  /// Every shard of every stream, for those who trim them.
  static final Key SHARDS = Key.of("dynamodb.shards");

  private final Store store;
  private final Sequences sequences;
  private final Records<StreamDescription> descriptions =
      new Records<>("dynamodb.stream", StreamDescription.SHAPE);

  public Streams(Store store, Sequences sequences) {
    this.store = store;
    this.sequences = sequences;
  }

  /// A record and its number.
  public record Numbered(long number, ChangeRecord change) {}

  /// A part of a shard's records.
  ///
  /// @param next the number to go on from
  public record Page(List<Numbered> records, long next) {}

  /// Null when there is none of the name, or nothing is left of it.
  public @Nullable StreamDescription find(StreamName name) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, name);
    }
  }

  @Nullable StreamDescription find(Reader reader, StreamName name) {
    return descriptions.get(reader, name.scope(), name.table(), name.label());
  }

  void put(Transaction transaction, StreamName name, StreamDescription stream) {
    descriptions.put(transaction, stream, name.scope(), name.table(), name.label());
  }

  void delete(Transaction transaction, StreamName name) {
    descriptions.delete(transaction, name.scope(), name.table(), name.label());
  }

  /// The streams of a table, or of all tables, by their ARNs.
  public List<StreamDescription> list(Scope scope, @Nullable String table) {
    try (var snapshot = store.snapshot()) {
      var all =
          table == null
              ? descriptions.all(snapshot, scope)
              : descriptions.all(snapshot, scope, table);
      return all.stream()
          .sorted(Comparator.comparing(stream -> String.valueOf(stream.streamArn())))
          .toList();
    }
  }

  Sequences.Ticket ticket() {
    return sequences.begin();
  }

  /// All numbers below are of changes that can be read.
  public long settled() {
    return sequences.settled();
  }

  /// The number of the last record up to `number`; negative when there is none.
  public long last(StreamName name, String shard, long number) {
    var prefix = prefix(name, shard);
    var range = prefix.children().before(prefix.then().number(number + 1).build());
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range, Reader.Direction.BACKWARD)) {
      return cursor.next() ? number(cursor.key()) : -1;
    }
  }

  /// Records of a shard from `from` on, at most `limit` and about `maxBytes`.
  public Page read(StreamName name, String shard, long from, int limit, int maxBytes) {
    // First what is settled, then the snapshot: so all that is settled is in it.
    long settled = Math.max(from, sequences.settled());
    var prefix = prefix(name, shard);
    var range =
        new KeyRange(
            prefix.then().number(from).build().bytes(),
            prefix.then().number(settled).build().bytes());
    var records = new ArrayList<Numbered>();
    int bytes = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next()) {
        if (records.size() == limit || bytes >= maxBytes) {
          return new Page(records, records.getLast().number + 1);
        }
        bytes += cursor.value().length;
        records.add(new Numbered(number(cursor.key()), ChangeRecord.read(cursor.value())));
      }
    }
    return new Page(records, settled);
  }

  private static long number(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
  }

  static Key prefix(StreamName name, String shard) {
    return StreamDefinition.prefix(name.scope(), name.table(), name.label(), shard);
  }

  /// @param closed null while the shard is open
  void mark(Transaction transaction, StreamName name, String shard, @Nullable Instant closed) {
    var value =
        Json.object(
            "Stream",
            Json.of(name.arn()),
            "Shard",
            Json.of(shard),
            "Closed",
            closed == null ? Json.ofNull() : Json.of(closed.toString()));
    transaction.put(marker(name, shard).bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  static Key marker(StreamName name, String shard) {
    return SHARDS.then(
        name.scope().account(), name.scope().region(), name.table(), name.label(), shard);
  }
}
