package brume.modelgen;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Writes the expressions that make [brume.shape.Constraint]s.
final class Constraints {
  private Constraints() {}

  /// A pattern that Java does not read is left out; [#unreadable] names it.
  static String of(Node shape) {
    var values = shape.texts("enum");
    if (!values.isEmpty()) {
      return "brume.shape.Constraint.oneOf("
          + String.join(", ", values.stream().map(JavaText::literal).toList())
          + ")";
    }
    var pattern = shape.text("pattern");
    var readable = pattern != null && isReadable(pattern) ? pattern : null;
    if (!shape.has("min") && !shape.has("max") && readable == null) {
      return "brume.shape.Constraint.NONE";
    }
    return "brume.shape.Constraint.of(%s, %s, %s)"
        .formatted(
            number(shape.text("min")), number(shape.text("max")), JavaText.literal(readable));
  }

  /// One note for each pattern of the model that is not enforced.
  static List<String> unreadable(Model model) {
    return model.plainShapes().stream()
        .filter(name -> !isReadable(model.shape(name).text("pattern", "")))
        .map(name -> model.id() + ": left out the pattern of " + name + ", which Java cannot read.")
        .toList();
  }

  private static boolean isReadable(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException _) {
      return false;
    }
  }

  private static String number(@Nullable String text) {
    return text == null ? "null" : text + "d";
  }
}
