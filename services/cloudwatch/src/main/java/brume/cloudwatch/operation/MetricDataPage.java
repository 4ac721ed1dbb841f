package brume.cloudwatch.operation;

import brume.cloudwatch.query.Line;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.GetMetricDataOutput;
import brume.model.cloudwatch.MetricDataResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of results: of each time series what was not told on earlier pages, until the page is
/// full.
///
/// A token names the series that is told next, and the time of its last value that was told.
final class MetricDataPage {
  /// Source: Amazon CloudWatch API reference, "GetMetricData".
  private static final int MAX_DATAPOINTS = 100_800;

  private static final Pattern TOKEN = Pattern.compile("(\\d{1,9})/(\\d{1,12})?");

  private final boolean isAscending;
  private final int first;
  private final @Nullable Long told;
  private final List<MetricDataResult> results = new ArrayList<>();
  private int room;
  private int line;
  private @Nullable String next;

  private MetricDataPage(boolean isAscending, int room, int first, @Nullable Long told) {
    this.isAscending = isAscending;
    this.room = room;
    this.first = first;
    this.told = told;
  }

  static MetricDataPage of(GetMetricDataInput input) {
    boolean isAscending = "TimestampAscending".equals(input.scanBy());
    int room = input.maxDatapoints() == null ? MAX_DATAPOINTS : input.maxDatapoints();
    if (room < 1 || room > MAX_DATAPOINTS) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The parameter MaxDatapoints must be from 1 to " + MAX_DATAPOINTS + ".");
    }
    if (input.nextToken() == null) {
      return new MetricDataPage(isAscending, room, 0, null);
    }
    var token = TOKEN.matcher(input.nextToken());
    if (!token.matches()) {
      throw CloudWatchError.INVALID_NEXT_TOKEN.because("The next token specified is invalid.");
    }
    var told = token.group(2) == null ? null : Long.valueOf(token.group(2));
    return new MetricDataPage(isAscending, room, Integer.parseInt(token.group(1)), told);
  }

  /// Adds the next time series, or what has room of it.
  void add(String id, String label, Line.Points points) {
    int index = line++;
    if (index < first || next != null) {
      return;
    }
    var ordered = isAscending ? points.values() : points.values().descendingMap();
    var left = index == first && told != null ? ordered.tailMap(told, false) : ordered;
    if (room == 0 && !left.isEmpty()) {
      next = index + "/";
      return;
    }
    var times = left.keySet().stream().limit(room).toList();
    boolean isWhole = times.size() == left.size();
    if (!isWhole) {
      next = index + "/" + times.getLast();
    }
    room -= times.size();
    results.add(result(id, label, left, times, isWhole));
  }

  private static MetricDataResult result(
      String id, String label, NavigableMap<Long, Double> values, List<Long> times, boolean whole) {
    return MetricDataResult.builder()
        .id(id)
        .label(label)
        .timestamps(times.stream().map(Instant::ofEpochSecond).toList())
        .values(times.stream().map(values::get).toList())
        .statusCode(whole ? "Complete" : "PartialData")
        .build();
  }

  GetMetricDataOutput output() {
    return GetMetricDataOutput.builder().metricDataResults(results).nextToken(next).build();
  }
}
