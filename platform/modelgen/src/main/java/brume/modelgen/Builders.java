package brume.modelgen;

import java.util.List;

/// Writes the builder of a record.
record Builders(StringBuilder text, String type) {
  /// @param declared the type with its annotation
  record Field(String name, String declared) {}

  void write(List<Field> fields) {
    text.append("\n  public static Builder builder() {\n    return new Builder();\n  }\n");
    text.append("\n  public Builder toBuilder() {\n    var builder = new Builder();\n");
    for (var field : fields) {
      text.append("    builder.").append(field.name).append(" = ").append(field.name).append(";\n");
    }
    text.append("    return builder;\n  }\n\n  public static final class Builder {\n");
    for (var field : fields) {
      text.append("    private ")
          .append(field.declared)
          .append(' ')
          .append(field.name)
          .append(";\n");
    }
    for (var field : fields) {
      text.append("\n    public Builder ")
          .append(field.name)
          .append('(')
          .append(field.declared)
          .append(" value) {\n      ")
          .append(field.name)
          .append(" = value;\n      return this;\n    }\n");
    }
    text.append("\n    public ")
        .append(type)
        .append(" build() {\n      return new ")
        .append(type)
        .append('(')
        .append(String.join(", ", fields.stream().map(Field::name).toList()))
        .append(");\n    }\n  }\n");
  }
}
