package brume.s3.object;

import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries members from one structure into another where both have them under one name.
public final class Carry {
  private Carry() {}

  /// `to` with the members `names` of `from`, as far as both have them.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T over(Structure from, T to, Set<String> names) {
    var shape = (StructureShape<T>) to.shape();
    var values = new @Nullable Object[shape.members().size()];
    for (int i = 0; i < values.length; i++) {
      var name = shape.members().get(i).name();
      int there = names.contains(name) ? from.shape().indexOf(name) : -1;
      values[i] = there < 0 ? to.member(i) : from.member(there);
    }
    return shape.make(values);
  }

  /// Null for a member that is absent or that the structure does not have.
  public static @Nullable Object member(Structure structure, String name) {
    int index = structure.shape().indexOf(name);
    return index < 0 ? null : structure.member(index);
  }

  /// All members of `from` that `to` has, too.
  public static <T extends Structure> T all(Structure from, T to) {
    var names = new HashSet<String>();
    from.shape().members().forEach(member -> names.add(member.name()));
    return over(from, to, names);
  }
}
