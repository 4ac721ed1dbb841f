package brume.s3.object;

import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private record Pair(StructureShape<?> from, StructureShape<?> to) {}

  /// For each member of the second shape where the first has it, or -1.
  private static final Map<Pair, int[]> SHARED = new ConcurrentHashMap<>();

  /// All members of `from` that `to` has, too.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T all(Structure from, T to) {
    var shape = (StructureShape<T>) to.shape();
    var shared = SHARED.computeIfAbsent(new Pair(from.shape(), shape), Carry::shared);
    var values = new @Nullable Object[shared.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = shared[i] < 0 ? to.member(i) : from.member(shared[i]);
    }
    return shape.make(values);
  }

  private static int[] shared(Pair pair) {
    return pair.to.members().stream()
        .mapToInt(member -> pair.from.indexOf(member.name()))
        .toArray();
  }
}
