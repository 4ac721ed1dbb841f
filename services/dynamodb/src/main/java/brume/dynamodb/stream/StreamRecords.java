package brume.dynamodb.stream;

import brume.base.Bytes;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.item.Value;
import brume.model.dynamodbstreams.AttributeValue;
import brume.model.dynamodbstreams.Identity;
import brume.model.dynamodbstreams.Record;
import brume.model.dynamodbstreams.StreamDescription;
import brume.model.dynamodbstreams.StreamRecord;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes as the records that readers of a stream get.
public final class StreamRecords {
  private static final String VERSION = "1.1";
  private static final Identity EXPIRY = new Identity("dynamodb.amazonaws.com", "Service");

  private StreamRecords() {}

  public static List<Record> of(
      StreamName name, StreamDescription stream, List<Streams.Numbered> changes) {
    return changes.stream().map(change -> of(name, stream, change)).toList();
  }

  private static Record of(StreamName name, StreamDescription stream, Streams.Numbered numbered) {
    var change = numbered.change();
    return Record.builder()
        .awsRegion(name.scope().region())
        .dynamodb(
            StreamRecord.builder()
                .approximateCreationDateTime(change.at().truncatedTo(ChronoUnit.SECONDS))
                .keys(of(change.keys()))
                .oldImage(ofNullable(change.before()))
                .newImage(ofNullable(change.after()))
                .sequenceNumber(SequenceNumber.of(numbered.number()))
                .sizeBytes(size(change.keys()) + size(change.before()) + size(change.after()))
                .streamViewType(stream.streamViewType())
                .build())
        .eventId(id(name, numbered.number()))
        .eventName(change.kind().name())
        .eventSource("aws:dynamodb")
        .eventVersion(VERSION)
        .userIdentity(change.isExpiry() ? EXPIRY : null)
        .build();
  }

  /// The same whenever the record is read.
  private static String id(StreamName name, long number) {
    return "%08x%08x%016x".formatted(name.arn().hashCode(), name.label().hashCode(), number);
  }

  private static long size(@Nullable Item item) {
    return item == null ? 0 : ItemSize.of(item);
  }

  private static @Nullable Map<String, AttributeValue> ofNullable(@Nullable Item item) {
    return item == null ? null : of(item);
  }

  private static Map<String, AttributeValue> of(Item item) {
    return entries(item.attributes());
  }

  private static Map<String, AttributeValue> entries(Map<String, Value> entries) {
    var attributes = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(entries.size());
    entries.forEach((name, value) -> attributes.put(name, of(value)));
    return attributes;
  }

  private static AttributeValue of(Value value) {
    var builder = AttributeValue.builder();
    switch (value) {
      case Value.S(var text) -> builder.s(text);
      case Value.N(var digits) -> builder.n(digits);
      case Value.B(var bytes) -> builder.b(bytes);
      case Value.Bool(var is) -> builder.bool(is);
      case Value.Null _ -> builder.null_(true);
      case Value.L(var items) -> builder.l(items.stream().map(StreamRecords::of).toList());
      case Value.M(var map) -> builder.m(entries(map));
      case Value.SS(var texts) -> builder.ss(List.copyOf(texts));
      case Value.NS(var numbers) -> builder.ns(List.copyOf(numbers));
      case Value.BS(var blobs) -> builder.bs(List.<Bytes>copyOf(blobs));
    }
    return builder.build();
  }
}
