package brume.wire.conformance;

import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value of any structure; equal to another with equal members.
record Value(Supplier<StructureShape<Value>> table, List<@Nullable Object> members)
    implements Structure {
  static Value of(Supplier<StructureShape<Value>> table, @Nullable Object[] members) {
    return new Value(table, new ArrayList<>(Arrays.asList(members)));
  }

  @Override
  public StructureShape<?> shape() {
    return table.get();
  }

  @Override
  public @Nullable Object member(int index) {
    return members.get(index);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Value that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return shape().name() + members;
  }
}
