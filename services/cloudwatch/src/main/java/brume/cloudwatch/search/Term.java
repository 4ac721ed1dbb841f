package brume.cloudwatch.search;

import brume.cloudwatch.metric.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a search demands of a metric.
sealed interface Term extends Predicate<MetricName> {
  record All(List<Term> terms) implements Term {
    @Override
    public boolean test(MetricName metric) {
      return terms.stream().allMatch(term -> term.test(metric));
    }
  }

  record Any(List<Term> terms) implements Term {
    @Override
    public boolean test(MetricName metric) {
      return terms.stream().anyMatch(term -> term.test(metric));
    }
  }

  record Not(Term term) implements Term {
    @Override
    public boolean test(MetricName metric) {
      return !term.test(metric);
    }
  }

  /// @param property `MetricName`, `Namespace` or a dimension; null for all names of a metric
  /// @param isExact whether the whole name must be the text
  record Holds(@Nullable String property, String text, boolean isExact) implements Term {
    @Override
    public boolean test(MetricName metric) {
      var wanted = Words.of(text);
      return names(metric).stream()
          .anyMatch(name -> isExact ? name.equals(text) : Words.of(name).holds(wanted));
    }

    private List<String> names(MetricName metric) {
      if (property == null) {
        var all = new ArrayList<>(List.of(metric.namespace(), metric.name()));
        all.addAll(metric.dimensions().keySet());
        all.addAll(metric.dimensions().values());
        return all;
      }
      return switch (property) {
        case "MetricName" -> List.of(metric.name());
        case "Namespace" -> List.of(metric.namespace());
        default -> {
          var value = metric.dimensions().get(property);
          yield value == null ? List.of() : List.of(value);
        }
      };
    }
  }
}
