package brume.shape;

import org.jspecify.annotations.Nullable;

/// A value of a structure or union: a record generated from a service model.
///
/// Absent members are null. A union has exactly one member that is not null.
public interface Structure {
  StructureShape<?> shape();

  /// The member at `index` of [StructureShape#members], of the Java type that [Kind] names.
  @Nullable Object member(int index);
}
