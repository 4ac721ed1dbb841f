package brume.modelgen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A component of a record.
///
/// @param name in Java
/// @param member the model's name of it
/// @param required whether it is never null
record Component(String name, String type, String member, boolean required) {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable ";

  /// Throws [IllegalArgumentException] when two members would have the same name.
  static List<Component> of(Node structure, Types types) {
    var components = new ArrayList<Component>();
    var names = new HashSet<String>();
    structure
        .node("members")
        .fields()
        .forEach(
            (member, reference) -> {
              var name = Names.component(member);
              if (!names.add(name)) {
                throw new IllegalArgumentException("Two members would be " + name);
              }
              components.add(
                  new Component(
                      name,
                      types.java(Node.of(reference)),
                      member,
                      Members.isRequired(structure, member)));
            });
    return components;
  }

  /// As the record's header has it.
  String declaration() {
    return (required ? type : nullable()) + ' ' + name;
  }

  /// The type with its annotation, which stands before the last name of a qualified type.
  String nullable() {
    int arguments = type.indexOf('<');
    int dot = type.lastIndexOf('.', arguments < 0 ? type.length() : arguments);
    return type.substring(0, dot + 1) + NULLABLE + type.substring(dot + 1);
  }
}
