package brume.cloudwatch.query;

import java.util.List;
import java.util.function.Function;

/// A formula of metric math.
interface Expression {
  /// @param scope tells what a query's id stands for
  Line of(Scope scope);

  /// @param byId throws for an id that no query has
  /// @param metrics all queries that are no expressions
  record Scope(Function<String, Line> byId, List<String> metrics) {}
}
