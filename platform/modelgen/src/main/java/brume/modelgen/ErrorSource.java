package brume.modelgen;

import java.util.LinkedHashMap;
import java.util.Map;

/// Writes `<Stem>Error`: the errors of the model and those that it does not list.
final class ErrorSource {
  private record Row(String code, int status, String shape) {}

  private final Model model;

  ErrorSource(Model model) {
    this.model = model;
  }

  String source() {
    var type = model.stem() + "Error";
    var rows = rows();
    var text = new StringBuilder();
    text.append("package ").append(model.packageName()).append(";\n\n");
    text.append("@org.jspecify.annotations.NullMarked\npublic enum ")
        .append(type)
        .append(" implements brume.shape.ErrorCode {\n");
    rows.forEach(
        (constant, row) ->
            text.append("  ")
                .append(constant)
                .append('(')
                .append(Members.quoted(row.code))
                .append(", ")
                .append(row.status)
                .append("),\n"));
    text.append(
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
            return switch (this) {
        """
            .formatted(type));
    rows.forEach(
        (constant, row) -> {
          if (!row.shape.isEmpty()) {
            text.append("      case ")
                .append(constant)
                .append(" -> ")
                .append(row.shape)
                .append(".SHAPE;\n");
          }
        });
    return text.append("      default -> null;\n    };\n  }\n}\n").toString();
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
