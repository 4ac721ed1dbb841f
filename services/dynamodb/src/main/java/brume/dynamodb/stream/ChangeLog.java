package brume.dynamodb.stream;

import brume.dynamodb.item.Item;
import brume.dynamodb.stream.ChangeRecord.Kind;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.StreamDefinition;
import brume.dynamodb.table.Table;
import brume.store.Transaction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Records changes of items, within the transactions that make them.
///
/// @param ticket null when none of the transaction's tables has a stream To be closed when the
///   transaction has ended.
///
/// @param load what is written to each shard
public record ChangeLog(Sequences.@Nullable Ticket ticket, ShardLoad load, Cause cause)
    implements AutoCloseable {

  /// Records the change where the table has a stream, and the item is not what it was.
  public void append(
      Transaction transaction,
      Table table,
      PrimaryKey key,
      @Nullable Item before,
      @Nullable Item after) {
    var stream = table.definition().stream();
    if (stream == null || ticket == null || Objects.equals(before, after)) {
      return;
    }
    var shard = stream.shard(Table.hash(key));
    var record = record(table, stream, before, after);
    var prefix = StreamDefinition.prefix(table.scope(), table.name(), stream.label(), shard.id());
    transaction.put(prefix.then().number(ticket.take()).build().bytes(), record.write());
    load.add(table, shard);
  }

  private ChangeRecord record(
      Table table, StreamDefinition stream, @Nullable Item before, @Nullable Item after) {
    var one = before == null ? Objects.requireNonNull(after) : before;
    return new ChangeRecord(
        before == null ? Kind.INSERT : after == null ? Kind.REMOVE : Kind.MODIFY,
        cause.at(),
        cause.isExpiry(),
        table.schema().keyOf(one),
        stream.view().showsOld() ? before : null,
        stream.view().showsNew() ? after : null);
  }

  @Override
  public void close() {
    if (ticket != null) {
      ticket.close();
    }
  }
}
