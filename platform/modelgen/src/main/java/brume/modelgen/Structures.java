package brume.modelgen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes one record with its shape and its builder.
final class Structures {
  private final Model model;
  private final Members members;
  private final Map<String, String> roots;

  Structures(Model model, Members members) {
    this.model = model;
    this.members = members;
    this.roots = roots(model);
  }

  /// The root elements of REST XML bodies, which the operations' references to their inputs name.
  private static Map<String, String> roots(Model model) {
    var roots = new HashMap<String, String>();
    for (var operation : model.operations().values()) {
      for (var side : List.of("input", "output")) {
        var reference = operation.node(side);
        if (reference.has("locationName")) {
          roots.put(reference.text("shape", ""), root(reference.text("locationName"), reference));
        }
      }
    }
    return roots;
  }

  private static String root(@Nullable String element, Node owner) {
    return ".xml(%s, %s)".formatted(JavaText.literal(element), Members.namespace(owner));
  }

  String source(String name) {
    var shape = model.shape(name);
    var components = Component.of(shape, members.types());
    var type = Names.type(name);
    var text = new JavaText();
    text.line("package %s;", model.packageName()).empty();
    text.line("@org.jspecify.annotations.NullMarked").line("public record %s(", type);
    text.line(
        "    %s) implements brume.shape.Structure {",
        join(components.stream().map(Component::declaration).toList()));
    shapeConstant(text, name, components);
    text.line("  @java.lang.SuppressWarnings(\"unchecked\")");
    text.line("  private static %s of(java.lang.Object[] values) {", type);
    text.line("    return new %s(%s);", type, join(casts(components))).line("  }");
    accessors(text, components);
    if (!components.isEmpty()) {
      new Builders(type, components).write(text);
    }
    return text.line("}").toString();
  }

  private static String join(List<String> parts) {
    return String.join(",\n    ", parts);
  }

  private static List<String> casts(List<Component> components) {
    var casts = new ArrayList<String>();
    for (var component : components) {
      casts.add("(%s) values[%s]".formatted(component.type(), casts.size()));
    }
    return casts;
  }

  private void shapeConstant(JavaText text, String name, List<Component> components) {
    var shape = model.shape(name);
    var arguments =
        components.stream().map(component -> members.ofStructure(shape, component.member()));
    text.line("  public static final brume.shape.StructureShape<%s> SHAPE =", Names.type(name));
    text.line(
            "      brume.shape.StructureShape.%s(%s)%s;",
            Members.isUnion(shape) ? "union" : "structure",
            join(
                Stream.concat(
                        Stream.of(JavaText.literal(name), Names.type(name) + "::of"), arguments)
                    .toList()),
            rootOf(name, shape))
        .empty();
  }

  private String rootOf(String name, Node shape) {
    var root = roots.get(name);
    if (root != null) {
      return root;
    }
    return shape.has("locationName") || shape.has("xmlNamespace")
        ? root(shape.text("locationName", name), shape)
        : "";
  }

  private static void accessors(JavaText text, List<Component> components) {
    text.line(
        """

          @java.lang.Override
          public brume.shape.StructureShape<?> shape() {
            return SHAPE;
          }

          @java.lang.Override
          public java.lang.@org.jspecify.annotations.Nullable Object member(int index) {\
        """);
    var outside = "throw new java.lang.IndexOutOfBoundsException(index);";
    if (components.isEmpty()) {
      text.line("    %s", outside);
    } else {
      text.line("    return switch (index) {");
      for (int i = 0; i < components.size(); i++) {
        text.line("      case %s -> %s;", i, components.get(i).name());
      }
      text.line("      default -> %s", outside).line("    };");
    }
    text.line("  }");
  }
}
