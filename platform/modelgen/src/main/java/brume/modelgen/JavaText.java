package brume.modelgen;

import org.jspecify.annotations.Nullable;

/// The text of a Java source, written line by line.
final class JavaText {
  private final StringBuilder text = new StringBuilder();

  /// Adds a line, or several; `arguments` fill its `%s`.
  @SuppressWarnings("AnnotateFormatMethod") // would need its annotations at run time
  JavaText line(String format, Object... arguments) {
    text.append(arguments.length == 0 ? format : format.formatted(arguments)).append('\n');
    return this;
  }

  JavaText empty() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// `text` as a string literal; `null` for null.
  static String literal(@Nullable String text) {
    return text == null
        ? "null"
        : '"'
            + text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
            + '"';
  }
}
