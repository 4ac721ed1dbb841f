package brume.dynamodb.stream;

import brume.base.Ids;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.StreamDefinition;
import brume.dynamodb.table.StreamDefinition.Shard;
import brume.dynamodb.table.StreamView;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodbstreams.KeySchemaElement;
import brume.model.dynamodbstreams.SequenceNumberRange;
import brume.model.dynamodbstreams.StreamDescription;
import brume.store.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Begins, splits and ends streams, in transactions during which no item of their table changes.
public final class StreamChanges implements AutoCloseable {
  /// Open shards of one stream. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_SHARDS = 1000;

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Streams streams;
  private final Sequences.Ticket ticket;
  private final Ids ids;
  private final Instant now;

  private StreamChanges(Streams streams, Sequences.Ticket ticket, Ids ids, Instant now) {
    this.streams = streams;
    this.ticket = ticket;
    this.ids = ids;
    this.now = now;
  }

  /// To be called before the transaction, and closed behind it.
  public static StreamChanges begin(Streams streams, Ids ids, Instant now) {
    return new StreamChanges(streams, streams.ticket(), ids, now);
  }

  @Override
  public void close() {
    ticket.close();
  }

  /// What the parameter makes of a table's definition.
  public Definition apply(Transaction transaction, Table table, StreamSpecification wanted) {
    boolean hasStream = table.definition().stream() != null;
    if (!wanted.streamEnabled()) {
      if (wanted.streamViewType() != null) {
        throw Invalid.parameter(
            "StreamViewType cannot be specified when StreamEnabled is set to false");
      }
      if (!hasStream) {
        throw Invalid.request("Table is already disabled for streams: TableName: " + table.name());
      }
      return end(transaction, table);
    }
    if (wanted.streamViewType() == null) {
      throw Invalid.parameter("StreamViewType must be specified when StreamEnabled is true");
    }
    if (hasStream) {
      throw Invalid.request("Table already has an enabled stream: TableName: " + table.name());
    }
    return start(transaction, table, StreamView.valueOf(wanted.streamViewType()));
  }

  private Definition start(Transaction transaction, Table table, StreamView view) {
    var at = now;
    var name = new StreamName(table.scope(), table.name(), LABEL.format(at));
    while (streams.find(transaction, name) != null) {
      at = at.plusMillis(1);
      name = new StreamName(table.scope(), table.name(), LABEL.format(at));
    }
    var shard = new Shard(shardId(), 0);
    var keys = Objects.requireNonNull(table.description().keySchema());
    streams.put(
        transaction,
        name,
        StreamDescription.builder()
            .creationRequestDateTime(now)
            .keySchema(
                keys.stream()
                    .map(key -> new KeySchemaElement(key.attributeName(), key.keyType()))
                    .toList())
            .shards(List.of(open(shard, null)))
            .streamArn(name.arn())
            .streamLabel(name.label())
            .streamStatus("ENABLED")
            .streamViewType(view.name())
            .tableName(table.name())
            .build());
    streams.mark(transaction, name, shard.id(), null);
    var description =
        table.description().toBuilder()
            .latestStreamArn(name.arn())
            .latestStreamLabel(name.label())
            .streamSpecification(new StreamSpecification(true, view.name()))
            .build();
    return table
        .definition()
        .with(description)
        .with(new StreamDefinition(name.label(), view, List.of(shard)));
  }

  /// Ends the table's stream, which has one: what it holds can be read until it is trimmed.
  public Definition end(Transaction transaction, Table table) {
    var stream = Objects.requireNonNull(table.definition().stream());
    var name = new StreamName(table.scope(), table.name(), stream.label());
    var closed = new ArrayList<brume.model.dynamodbstreams.Shard>();
    for (var shard : shards(transaction, name)) {
      closed.add(isOpen(shard) ? close(transaction, name, shard) : shard);
    }
    streams.put(
        transaction,
        name,
        description(transaction, name).toBuilder().streamStatus("DISABLED").shards(closed).build());
    return table
        .definition()
        .with(table.description().toBuilder().streamSpecification(null).build())
        .with((StreamDefinition) null);
  }

  /// Puts two shards in place of one, each for half of its hashes; the same definition when the
  /// shard is not there, or cannot be split.
  public Definition split(Transaction transaction, Table table, String shardId) {
    var stream = table.definition().stream();
    if (stream == null || stream.shards().size() >= MAX_SHARDS) {
      return table.definition();
    }
    var open = new ArrayList<Shard>();
    var described = new ArrayList<brume.model.dynamodbstreams.Shard>();
    var name = new StreamName(table.scope(), table.name(), stream.label());
    for (int i = 0; i < stream.shards().size(); i++) {
      var shard = stream.shards().get(i);
      if (!shard.id().equals(shardId)) {
        open.add(shard);
        continue;
      }
      long from = Integer.toUnsignedLong(shard.from());
      long to =
          i + 1 < stream.shards().size()
              ? Integer.toUnsignedLong(stream.shards().get(i + 1).from())
              : 1L << Integer.SIZE;
      for (long start : new long[] {from, (from + to) / 2}) {
        var child = new Shard(shardId(), (int) start);
        open.add(child);
        described.add(open(child, shardId));
        streams.mark(transaction, name, child.id(), null);
      }
    }
    if (described.isEmpty()) {
      return table.definition();
    }
    var all = new ArrayList<brume.model.dynamodbstreams.Shard>();
    for (var shard : shards(transaction, name)) {
      boolean isSplit = shardId.equals(shard.shardId());
      all.add(isSplit ? close(transaction, name, shard) : shard);
    }
    all.addAll(described);
    streams.put(transaction, name, description(transaction, name).toBuilder().shards(all).build());
    return table
        .definition()
        .with(new StreamDefinition(stream.label(), stream.view(), List.copyOf(open)));
  }

  private String shardId() {
    return "shardId-%020d-%s".formatted(now.toEpochMilli(), ids.hex(8));
  }

  private brume.model.dynamodbstreams.Shard open(Shard shard, @Nullable String parent) {
    return new brume.model.dynamodbstreams.Shard(
        parent,
        SequenceNumberRange.builder()
            .startingSequenceNumber(SequenceNumber.of(ticket.take()))
            .build(),
        shard.id());
  }

  private brume.model.dynamodbstreams.Shard close(
      Transaction transaction, StreamName name, brume.model.dynamodbstreams.Shard shard) {
    streams.mark(transaction, name, Objects.requireNonNull(shard.shardId()), now);
    var range = Objects.requireNonNull(shard.sequenceNumberRange());
    return shard.toBuilder()
        .sequenceNumberRange(
            range.toBuilder().endingSequenceNumber(SequenceNumber.of(ticket.take())).build())
        .build();
  }

  private static boolean isOpen(brume.model.dynamodbstreams.Shard shard) {
    var range = shard.sequenceNumberRange();
    return range != null && range.endingSequenceNumber() == null;
  }

  private List<brume.model.dynamodbstreams.Shard> shards(Transaction transaction, StreamName name) {
    return Objects.requireNonNull(description(transaction, name).shards());
  }

  private StreamDescription description(Transaction transaction, StreamName name) {
    return Objects.requireNonNull(streams.find(transaction, name));
  }
}
