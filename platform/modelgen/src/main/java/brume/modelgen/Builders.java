package brume.modelgen;

import java.util.List;

/// Writes the builder of a record.
record Builders(String type, List<Component> components) {
  void write(JavaText text) {
    text.empty().line("  public static Builder builder() {").line("    return new Builder();");
    text.line("  }").empty();
    text.line("  public Builder toBuilder() {").line("    var builder = new Builder();");
    for (var component : components) {
      text.line("    builder.%s = %s;", component.name(), component.name());
    }
    text.line("    return builder;").line("  }").empty();
    text.line("  public static final class Builder {");
    for (var component : components) {
      text.line("    private %s %s;", component.nullable(), component.name());
    }
    for (var component : components) {
      setter(text, component);
    }
    text.empty().line("    public %s build() {", type);
    text.line(
        "      return new %s(%s);",
        type, String.join(", ", components.stream().map(Component::name).toList()));
    text.line("    }").line("  }");
  }

  private static void setter(JavaText text, Component component) {
    text.empty();
    text.line("    public Builder %s(%s value) {", component.name(), component.nullable());
    text.line("      this.%s = value;", component.name());
    text.line("      return this;").line("    }");
  }
}
