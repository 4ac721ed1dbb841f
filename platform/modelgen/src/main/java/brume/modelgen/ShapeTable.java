package brume.modelgen;

import java.util.List;

/// Writes the class `Shapes` of a service: its simple shapes, lists and maps as constants, and the
/// table of its records.
///
/// The constants stand in nested classes, so that only what is used is loaded and no initialiser
/// outgrows the limit of a method's size.
final class ShapeTable {
  private static final int CONSTANTS_PER_CLASS = 100;

  private final Model model;
  private final Members members;

  ShapeTable(Model model, Members members) {
    this.model = model;
    this.members = members;
  }

  /// Where a shape is found: `Shapes.Part0.QUEUE_URL_3`; the number keeps apart what differs in
  /// capitals only.
  static String constant(Model model, String name) {
    int index = model.plainShapes().indexOf(name);
    return "Shapes.Part%s.%s".formatted(index / CONSTANTS_PER_CLASS, field(name, index));
  }

  private static String field(String name, int index) {
    return Names.constant(name) + '_' + index;
  }

  String source() {
    var text = new JavaText();
    text.line("package %s;", model.packageName()).empty();
    text.line("final class Shapes {").line("  private Shapes() {}").empty();
    records(text);
    var plain = model.plainShapes();
    for (int i = 0; i < plain.size(); i++) {
      if (i % CONSTANTS_PER_CLASS == 0) {
        text.line(i == 0 ? "" : "  }\n")
            .line("  static final class Part%s {", i / CONSTANTS_PER_CLASS);
      }
      var name = plain.get(i);
      text.line("    static final brume.shape.Shape %s =", field(name, i));
      text.line("        %s;", shape(name));
    }
    return text.line(plain.isEmpty() ? "}" : "  }\n}").toString();
  }

  private void records(JavaText text) {
    text.line(
        "  static final java.util.function.IntFunction<brume.shape.Shape> RECORDS = Shapes::record;");
    text.empty()
        .line("  private static brume.shape.Shape record(int id) {")
        .line("    return switch (id) {");
    var structures = model.structures();
    for (int i = 0; i < structures.size(); i++) {
      text.line("      case %s -> %s.SHAPE;", i, Names.type(structures.get(i)));
    }
    text.line(
        "      default -> throw new java.lang.IllegalArgumentException(\"No record \" + id);");
    text.line("    };").line("  }");
  }

  private String shape(String name) {
    var shape = model.shape(name);
    var arguments =
        switch (shape.text("type", "")) {
          case "list" ->
              List.of(
                  "ListShape",
                  members.ofCollection("member", shape.node("member")),
                  "" + shape.flag("sparse"));
          case "map" ->
              List.of(
                  "MapShape",
                  members.ofCollection("key", shape.node("key")),
                  members.ofCollection("value", shape.node("value")),
                  "" + shape.flag("sparse"));
          default -> List.of("SimpleShape", "brume.shape.Kind." + members.types().kind(name));
        };
    return "new brume.shape.%s(%s, %s, %s)"
        .formatted(
            arguments.getFirst(),
            JavaText.literal(name),
            String.join(", ", arguments.subList(1, arguments.size())),
            Constraints.of(shape));
  }
}
