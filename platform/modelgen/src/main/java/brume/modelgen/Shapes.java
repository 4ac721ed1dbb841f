package brume.modelgen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes the class that holds a service's shapes other than records, and the table of the records.
final class Shapes {
  private final Model model;
  private final Types types;
  private final Members members;

  Shapes(Model model, Types types, Members members) {
    this.model = model;
    this.types = types;
    this.members = members;
  }

  /// Holders of this many shapes keep class initialisers far below the limit of a method's size.
  private static final int PER_HOLDER = 200;

  /// `H0.queueUrl`: where the shape is found.
  static String accessor(Model model, String name) {
    int index = model.plainShapes().indexOf(name);
    return "H" + index / PER_HOLDER + "." + field(name);
  }

  private static String field(String name) {
    return "S_" + name;
  }

  String source() {
    var text = new StringBuilder();
    text.append("package ").append(model.packageName()).append(";\n\n");
    text.append("final class Shapes {\n  private Shapes() {}\n\n");
    text.append(
        "  static final java.util.function.IntFunction<brume.shape.Shape> TABLE = Shapes::at;\n\n");
    text.append("  static brume.shape.Shape at(int id) {\n    return switch (id) {\n");
    for (int i = 0; i < model.structures().size(); i++) {
      text.append("      case ")
          .append(i)
          .append(" -> ")
          .append(Names.type(model.structures().get(i)))
          .append(".SHAPE;\n");
    }
    text.append(
        "      default -> throw new java.lang.IllegalArgumentException(\"No shape \" + id);\n");
    text.append("    };\n  }\n");
    var plain = model.plainShapes();
    for (int from = 0; from < plain.size(); from += PER_HOLDER) {
      text.append("\n  static final class H").append(from / PER_HOLDER).append(" {\n");
      for (var name : ordered(plain.subList(from, Math.min(plain.size(), from + PER_HOLDER)))) {
        text.append("    static final brume.shape.Shape ")
            .append(field(name))
            .append(" = ")
            .append(shape(name))
            .append(";\n");
      }
      text.append("  }\n");
    }
    return text.append("}\n").toString();
  }

  /// A list or map comes behind the shapes that it is made of.
  private List<String> ordered(List<String> names) {
    var ordered = new ArrayList<String>();
    var left = new TreeSet<>(names);
    for (var name : names) {
      place(name, left, ordered);
    }
    return ordered;
  }

  private void place(String name, Set<String> left, List<String> ordered) {
    if (!left.remove(name)) {
      return;
    }
    for (var part : List.of("member", "key", "value")) {
      place(model.shape(name).node(part).text("shape", ""), left, ordered);
    }
    ordered.add(name);
  }

  private String shape(String name) {
    var shape = model.shape(name);
    var head = "(" + Members.quoted(name) + ", ";
    return switch (shape.text("type", "")) {
      case "list" ->
          "new brume.shape.ListShape"
              + head
              + element("member", shape.node("member"))
              + ", "
              + shape.flag("sparse")
              + ", "
              + constraint(shape)
              + ")";
      case "map" ->
          "new brume.shape.MapShape"
              + head
              + element("key", shape.node("key"))
              + ", "
              + element("value", shape.node("value"))
              + ", "
              + shape.flag("sparse")
              + ", "
              + constraint(shape)
              + ")";
      default ->
          "new brume.shape.SimpleShape"
              + head
              + "brume.shape.Kind."
              + types.kind(name)
              + ", "
              + constraint(shape)
              + ")";
    };
  }

  private String element(String name, Node reference) {
    var target = model.shape(reference.text("shape", ""));
    boolean aggregate = Map.of("list", 1, "map", 1).containsKey(target.text("type", ""));
    var expression = members.expression(name, reference, false, false);
    // a recursive list refers to itself: look it up when it is asked for
    return aggregate
        ? expression.replaceFirst(", (Shapes\\.H\\d+\\.\\w+)", ", () -> $1")
        : expression;
  }

  static String constraint(Node shape) {
    var values = shape.texts("enum");
    if (!values.isEmpty()) {
      return "brume.shape.Constraint.oneOf("
          + String.join(", ", values.stream().map(Members::quoted).toList())
          + ")";
    }
    if (!shape.has("min") && !shape.has("max") && !shape.has("pattern")) {
      return "brume.shape.Constraint.NONE";
    }
    var pattern = shape.text("pattern");
    return "brume.shape.Constraint.of("
        + number(shape.text("min"))
        + ", "
        + number(shape.text("max"))
        + ", "
        + (pattern == null ? "null" : Members.quoted(pattern))
        + ")";
  }

  private static String number(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "null" : text + "d";
  }
}
