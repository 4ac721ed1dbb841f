package brume.apigateway.record;

import brume.shape.Structure;
import brume.shape.StructureShape;
import org.jspecify.annotations.Nullable;

/// Copies between records of a model that have members of the same names, such as the request that
/// creates a thing and the thing.
public final class Alike {
  private Alike() {}

  /// A record with the members that `from` has; members of another type are left out.
  public static <T extends Structure> T copy(StructureShape<T> shape, Structure from) {
    return shape.make(values(shape, from));
  }

  /// `before` with every member that `changes` sets.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T merge(T before, Structure changes) {
    var shape = (StructureShape<T>) before.shape();
    var values = values(shape, changes);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? before.member(i) : values[i];
    }
    return shape.make(values);
  }

  private static @Nullable Object[] values(StructureShape<?> shape, Structure from) {
    var values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      var member = shape.members().get(i);
      int index = from.shape().indexOf(member.name());
      if (index >= 0) {
        var value = from.member(index);
        boolean other =
            value instanceof Structure structure
                && !structure.shape().name().equals(member.target().name());
        values[i] = other ? null : value;
      }
    }
    return values;
  }
}
