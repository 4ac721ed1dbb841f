package brume.modelgen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Writes one record with its shape and its builder.
final class Structures {
  /// A component of the record.
  private record Component(String name, String type, String member, boolean required) {
    String declaration() {
      return (required ? "" : "@org.jspecify.annotations.Nullable ").isEmpty()
          ? type + " " + name
          : annotated() + " " + name;
    }

    /// The annotation stands before the simple name of a qualified type.
    String annotated() {
      int bracket = type.indexOf('<');
      int dot = type.lastIndexOf('.', bracket < 0 ? type.length() : bracket);
      return type.substring(0, dot + 1)
          + "@org.jspecify.annotations.Nullable "
          + type.substring(dot + 1);
    }
  }

  private static final String NO_MEMBERS =
      """
        @java.lang.Override
        public brume.shape.StructureShape<?> shape() {
          return SHAPE;
        }

        @java.lang.Override
        public java.lang.Object member(int index) {
          throw new java.lang.IndexOutOfBoundsException(index);
        }
      """;

  private final Model model;
  private final Types types;
  private final Members members;

  Structures(Model model, Types types, Members members) {
    this.model = model;
    this.types = types;
    this.members = members;
  }

  String source(String name) {
    var shape = model.shape(name);
    var components = components(shape);
    var type = Names.type(name);
    var text = new StringBuilder();
    text.append("package ").append(model.packageName()).append(";\n\n");
    text.append("@org.jspecify.annotations.NullMarked\n");
    text.append("public record ").append(type).append("(\n    ");
    text.append(String.join(",\n    ", components.stream().map(Component::declaration).toList()));
    text.append(") implements brume.shape.Structure {\n");
    shapeConstant(text, name, type, shape, components);
    maker(text, type, components);
    member(text, components);
    if (!components.isEmpty()) {
      new Builders(text, type)
          .write(components.stream().map(c -> new Builders.Field(c.name, c.annotated())).toList());
    }
    return text.append("}\n").toString();
  }

  private List<Component> components(Node shape) {
    var required = new HashSet<>(shape.texts("required"));
    var components = new ArrayList<Component>();
    shape
        .node("members")
        .fields()
        .forEach(
            (member, reference) -> {
              boolean isUnion = shape.flag("union");
              components.add(
                  new Component(
                      Names.component(member),
                      types.java(Node.of(reference)),
                      member,
                      required.contains(member) && !isUnion));
            });
    return components;
  }

  private void shapeConstant(
      StringBuilder text, String name, String type, Node shape, List<Component> components) {
    var payload = shape.text("payload", "");
    var fields = shape.node("members").fields();
    text.append("  public static final brume.shape.StructureShape<")
        .append(type)
        .append("> SHAPE =\n      brume.shape.StructureShape.")
        .append(shape.flag("union") ? "union(" : "structure(")
        .append(Members.quoted(name))
        .append(", ")
        .append(type)
        .append("::of");
    for (var component : components) {
      text.append(",\n          ")
          .append(
              members.expression(
                  component.member,
                  Node.of(fields.get(component.member)),
                  payload.equals(component.member),
                  component.required));
    }
    text.append(')').append(root(name, shape)).append(";\n\n");
  }

  /// The root element of a REST XML body, which the reference to the input names.
  private String root(String name, Node shape) {
    for (var operation : model.operations().values()) {
      for (var side : List.of("input", "output")) {
        var reference = operation.node(side);
        if (name.equals(reference.text("shape")) && reference.has("locationName")) {
          return xml(reference.text("locationName", name), reference);
        }
      }
    }
    return shape.has("locationName") || shape.has("xmlNamespace")
        ? xml(shape.text("locationName", name), shape)
        : "";
  }

  private static String xml(String rootName, Node owner) {
    return ".xml("
        + Members.quoted(rootName)
        + ", "
        + (owner.has("xmlNamespace") ? Members.namespace(owner) : "null")
        + ")";
  }

  private static void maker(StringBuilder text, String type, List<Component> components) {
    text.append("  @java.lang.SuppressWarnings(\"unchecked\")\n  private static ")
        .append(type)
        .append(" of(java.lang.Object[] values) {\n    return new ")
        .append(type)
        .append("(");
    for (int i = 0; i < components.size(); i++) {
      text.append(i == 0 ? "\n        " : ",\n        ")
          .append('(')
          .append(components.get(i).type)
          .append(") values[")
          .append(i)
          .append(']');
    }
    text.append(");\n  }\n\n");
  }

  private static void member(StringBuilder text, List<Component> components) {
    if (components.isEmpty()) {
      text.append(NO_MEMBERS);
      return;
    }
    text.append(
        """
          @java.lang.Override
          public brume.shape.StructureShape<?> shape() {
            return SHAPE;
          }

          @java.lang.Override
          public java.lang.@org.jspecify.annotations.Nullable Object member(int index) {
            return switch (index) {
        """);
    for (int i = 0; i < components.size(); i++) {
      text.append("      case ")
          .append(i)
          .append(" -> ")
          .append(components.get(i).name)
          .append(";\n");
    }
    text.append(
        """
              default -> throw new java.lang.IndexOutOfBoundsException(index);
            };
          }
        """);
  }
}
