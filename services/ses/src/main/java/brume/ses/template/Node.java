package brume.ses.template;

import java.util.List;

/// A part of a parsed template.
sealed interface Node {
  record Literal(String text) implements Node {}

  record Value(Path path) implements Node {}

  /// @param otherwise what stands behind `{{else}}`
  record Block(Kind kind, Path path, List<Node> body, List<Node> otherwise) implements Node {}

  enum Kind {
    IF,
    UNLESS,
    EACH,
    WITH
  }
}
