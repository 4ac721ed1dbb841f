package brume.cloudwatch.query;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Resolution;
import brume.cloudwatch.metric.Statistic;
import brume.cloudwatch.metric.Summary;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A metric of an account and region, in one unit or in any.
public record Series(Scope scope, MetricName metric, @Nullable String unit) {
  /// What was measured in each period that has data, by its begin and unit.
  ///
  /// @param start where the first period begins, in seconds since 1970
  public NavigableMap<Long, NavigableMap<String, Summary>> byUnit(
      Datapoints datapoints, long start, long end, int period) {
    var resolution = Resolution.of(start, period);
    var periods = new TreeMap<Long, NavigableMap<String, Summary>>();
    for (var stored : datapoints.read(scope, metric, resolution, start, end, unit)) {
      long begin = start + (stored.begin() - start) / period * period;
      periods
          .computeIfAbsent(begin, _ -> new TreeMap<>())
          .merge(stored.unit(), stored.summary(), Summary::plus);
    }
    return periods;
  }

  /// A statistic of each period that has it, over all units.
  public NavigableMap<Long, Double> values(
      Datapoints datapoints, long start, long end, int period, Statistic statistic) {
    var values = new TreeMap<Long, Double>();
    byUnit(datapoints, start, end, period)
        .forEach(
            (begin, units) -> {
              var value = statistic.of(units.values().stream().reduce(Summary::plus).orElseThrow());
              if (value != null) {
                values.put(begin, value);
              }
            });
    return values;
  }
}
