package brume.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The table of a structure or union: its members in order, and how to make a value of them.
public final class StructureShape<T extends Structure> implements Shape {
  private final String name;
  private final boolean union;
  private final List<Member> members;
  private final Function<@Nullable Object[], T> maker;
  private final Map<String, Integer> byWireName = new HashMap<>();
  private final boolean hasDefaults;
  private @Nullable XmlNamespace xmlNamespace;
  private String xmlName;

  private StructureShape(
      String name, boolean union, List<Member> members, Function<@Nullable Object[], T> maker) {
    this.name = name;
    this.union = union;
    this.members = members;
    this.maker = maker;
    this.xmlName = name;
    this.hasDefaults = members.stream().anyMatch(member -> member.defaultValue() != null);
    for (int i = 0; i < members.size(); i++) {
      byWireName.put(members.get(i).wireName(), i);
    }
  }

  /// `maker` takes the values of the members in order, null for absent ones.
  public static <T extends Structure> StructureShape<T> structure(
      String name, Function<@Nullable Object[], T> maker, Member... members) {
    return new StructureShape<>(name, false, List.of(members), maker);
  }

  public static <T extends Structure> StructureShape<T> union(
      String name, Function<@Nullable Object[], T> maker, Member... members) {
    return new StructureShape<>(name, true, List.of(members), maker);
  }

  /// The same shape with another root element, where a REST XML payload has one.
  public StructureShape<T> xml(String rootName, @Nullable XmlNamespace namespace) {
    var copy = new StructureShape<>(name, union, members, maker);
    copy.xmlName = rootName;
    copy.xmlNamespace = namespace;
    return copy;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Constraint constraint() {
    return Constraint.NONE;
  }

  public boolean isUnion() {
    return union;
  }

  public List<Member> members() {
    return members;
  }

  public int indexOf(String memberName) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(memberName)) {
        return i;
      }
    }
    return -1;
  }

  /// The index of the member with that [Member#wireName]; -1 when there is none.
  public int indexOfWireName(String wireName) {
    var index = byWireName.get(wireName);
    return index == null ? -1 : index;
  }

  /// Absent members with a default get it. Throws nothing: what is wrong with the values is found
  /// by validation.
  public T make(@Nullable Object[] values) {
    for (int i = 0; hasDefaults && i < values.length; i++) {
      if (values[i] == null) {
        values[i] = members.get(i).defaultValue();
      }
    }
    return maker.apply(values);
  }

  public String xmlName() {
    return xmlName;
  }

  public @Nullable XmlNamespace xmlNamespace() {
    return xmlNamespace;
  }

  @Override
  public String toString() {
    return name;
  }
}
