package brume.dynamodb.expression;

import java.util.List;

/// Rules for the paths of one expression.
final class Paths {
  /// Steps of a path, and levels of a value. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_DEPTH = 32;

  private Paths() {}

  /// Refuses two paths of which one holds the other, or which take one value for a list and a map.
  static void checkDistinct(ExpressionKind kind, List<Path> paths) {
    for (int later = 1; later < paths.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        check(kind, paths.get(earlier), paths.get(later));
      }
    }
  }

  private static void check(ExpressionKind kind, Path one, Path two) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < common; i++) {
      var a = one.steps().get(i);
      var b = two.steps().get(i);
      if (a.getClass() != b.getClass()) {
        throw clash(kind, "conflict", one, two);
      }
      if (!a.equals(b)) {
        return;
      }
    }
    throw clash(kind, "overlap", one, two);
  }

  private static brume.shape.ServiceException clash(
      ExpressionKind kind, String how, Path one, Path two) {
    return kind.invalid(
        "Two document paths "
            + how
            + " with each other; must remove or rewrite one of these paths; path one: "
            + one
            + ", path two: "
            + two);
  }
}
