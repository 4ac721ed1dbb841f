package brume.logs.group;

import brume.model.logs.LogStream;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A log stream as the store keeps it.
///
/// @param id under which its events lie
/// @param next the number of the next event, which orders events of the same time
/// @param bytes of its events, as they are billed
public record Stream(LogStream description, String id, long next, long bytes) implements Structure {
  private static final SimpleShape NUMBER = SimpleShape.of("Number", Kind.LONG);

  public static final StructureShape<Stream> SHAPE =
      StructureShape.structure(
          "Stream",
          Stream::of,
          Member.of("description", LogStream.SHAPE),
          Member.of("id", SimpleShape.STRING),
          Member.of("next", NUMBER),
          Member.of("bytes", NUMBER));

  private static Stream of(@Nullable Object[] values) {
    return new Stream(
        (LogStream) Objects.requireNonNull(values[0]),
        (String) Objects.requireNonNull(values[1]),
        (Long) Objects.requireNonNull(values[2]),
        (Long) Objects.requireNonNull(values[3]));
  }

  public String name() {
    return Objects.requireNonNull(description.logStreamName());
  }

  /// The time of its latest event; 0 when it has had none.
  public long lastEvent() {
    var last = description.lastEventTimestamp();
    return last == null ? 0 : last;
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return switch (index) {
      case 0 -> description;
      case 1 -> id;
      case 2 -> next;
      default -> bytes;
    };
  }
}
