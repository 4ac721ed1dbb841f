package brume.modelgen;

import java.util.LinkedHashMap;
import java.util.Map;

/// Writes `<Stem>Error`: the errors of the model and those that it does not list.
record ErrorSource(Model model) {
  /// @param shape the record's type; empty where the model has none
  private record Row(String code, int status, String shape) {}

  String source() {
    var type = model.stem() + "Error";
    var rows = rows();
    var text = new JavaText();
    text.line("package %s;", model.packageName()).empty();
    text.line("@org.jspecify.annotations.NullMarked");
    text.line("public enum %s implements brume.shape.ErrorCode {", type);
    rows.forEach(
        (constant, row) ->
            text.line("  %s(%s, %s),", constant, JavaText.literal(row.code), row.status));
    text.line(
        """
          ;

          private final java.lang.String code;
          private final int status;

          %s(java.lang.String code, int status) {
            this.code = code;
            this.status = status;
          }

          @java.lang.Override
          public java.lang.String code() {
            return code;
          }

          @java.lang.Override
          public int status() {
            return status;
          }

          @java.lang.Override
          public brume.shape.@org.jspecify.annotations.Nullable StructureShape<?> shape() {
            return switch (this) {\
        """,
        type);
    rows.forEach(
        (constant, row) -> {
          if (!row.shape.isEmpty()) {
            text.line("      case %s -> %s.SHAPE;", constant, row.shape);
          }
        });
    return text.line("      default -> null;").line("    };").line("  }").line("}").toString();
  }

  private Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    model
        .shapes()
        .forEach(
            (name, shape) -> {
              if (shape.flag("exception")) {
                var error = shape.node("error");
                var status = error.text("httpStatusCode", shape.flag("fault") ? "500" : "400");
                rows.put(
                    Names.constant(name),
                    new Row(error.text("code", name), Integer.parseInt(status), Names.type(name)));
              }
            });
    for (var extra : model.extraErrors()) {
      var known = rows.get(Names.constant(extra.name()));
      rows.put(
          Names.constant(extra.name()),
          new Row(extra.code(), extra.status(), known == null ? "" : known.shape));
    }
    return rows;
  }
}
