package brume.logs.group;

import brume.model.logs.LogGroup;
import brume.shape.Constraint;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A log group as the store keeps it.
///
/// @param id under which its streams and events lie: a group that is deleted and made anew under
///   the same name has another
public record Group(LogGroup description, String id, Map<String, String> tags)
    implements Structure {
  public static final StructureShape<Group> SHAPE =
      StructureShape.structure(
          "Group",
          Group::of,
          Member.of("description", LogGroup.SHAPE),
          Member.of("id", SimpleShape.STRING),
          Member.of(
              "tags",
              new MapShape(
                  "Tags",
                  Member.of("key", SimpleShape.STRING),
                  Member.of("value", SimpleShape.STRING),
                  false,
                  Constraint.NONE)));

  @SuppressWarnings("unchecked")
  private static Group of(@Nullable Object[] values) {
    var tags = values[2] == null ? Map.<String, String>of() : (Map<String, String>) values[2];
    return new Group(
        (LogGroup) Objects.requireNonNull(values[0]),
        (String) Objects.requireNonNull(values[1]),
        tags);
  }

  public String name() {
    return Objects.requireNonNull(description.logGroupName());
  }

  /// In days; null where events stay.
  public @Nullable Integer retention() {
    return description.retentionInDays();
  }

  public Group withRetention(@Nullable Integer days) {
    return new Group(description.toBuilder().retentionInDays(days).build(), id, tags);
  }

  public Group withTags(Map<String, String> all) {
    return new Group(description, id, new TreeMap<>(all));
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
      default -> tags;
    };
  }
}
