package brume.cloudwatch.query;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.KnownMetric;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The metrics that a search found, and what tells them from each other.
record Finding(List<MetricName> metrics) {
  /// Of one search. Source: Amazon CloudWatch User Guide, "Search expression limits".
  private static final int MAX_METRICS = 500;

  private static final int PAGE = 1000;

  /// A search finds metrics that had data in the two weeks before.
  private static final Duration FOUND = Duration.ofDays(14);

  /// @param end of the time that is asked for, in seconds since 1970
  static Finding of(Datapoints datapoints, Scope scope, String query, long end) {
    var search = Search.parse(query);
    var since = Instant.ofEpochSecond(end).minus(FOUND);
    var parent = search.namespace() == null ? new String[0] : new String[] {search.namespace()};
    var found = new ArrayList<MetricName>();
    String token = null;
    do {
      var page = datapoints.known(scope, token, PAGE, parent);
      page.items().stream()
          .filter(known -> known.hasDataSince(since))
          .map(KnownMetric::metric)
          .map(MetricName::of)
          .filter(search::finds)
          .forEach(found::add);
      token = page.next();
    } while (token != null && found.size() < MAX_METRICS);
    return new Finding(found.subList(0, Math.min(found.size(), MAX_METRICS)));
  }

  /// The values of its dimensions, and its name where there are others.
  String label(MetricName metric) {
    var words = new ArrayList<>(metric.dimensions().values());
    if (words.isEmpty() || metrics.stream().map(MetricName::name).distinct().count() > 1) {
      words.add(metric.name());
    }
    return String.join(" ", words);
  }
}
