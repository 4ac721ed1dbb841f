package brume.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.GetMetricDataOutput;
import brume.model.cloudwatch.Metric;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricDataResult;
import brume.model.cloudwatch.MetricStat;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDataTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:00:00Z");

  private final CloudWatchLocal cloud = new CloudWatchLocal();

  /// One is 2, 4, 6 in three minutes, two is 1 and 0 in the first two of them.
  @BeforeEach
  void measure() {
    for (int minute = 0; minute < 3; minute++) {
      cloud.put("One", TIME.plusSeconds(60L * minute), 2 * (minute + 1));
    }
    cloud.put("Two", TIME, 1);
    cloud.put("Two", TIME.plusSeconds(60), 0);
  }

  private static MetricDataQuery query(String id, String metric) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            MetricStat.builder()
                .metric(new Metric(null, metric, "Shop"))
                .period(60)
                .stat("Sum")
                .build())
        .build();
  }

  private List<MetricDataResult> asked(String expression) {
    var queries = new ArrayList<MetricDataQuery>();
    queries.add(query("one", "One"));
    queries.add(query("two", "Two").toBuilder().returnData(false).build());
    queries.add(MetricDataQuery.builder().id("e").expression(expression).label("it").build());
    return cloud
        .invoke(
            CloudWatchModel.GET_METRIC_DATA,
            GetMetricDataInput.builder()
                .metricDataQueries(queries)
                .scanBy("TimestampAscending")
                .startTime(TIME)
                .endTime(TIME.plus(Duration.ofMinutes(4)))
                .build())
        .metricDataResults();
  }

  @Test
  void metricsAndFormulasAreTold() {
    var results = asked("one + two");
    assertThat(results).extracting(MetricDataResult::id).containsExactly("one", "e");
    assertThat(results).extracting(MetricDataResult::label).containsExactly("One", "it");
    assertThat(results.getFirst().timestamps())
        .containsExactly(TIME, TIME.plusSeconds(60), TIME.plusSeconds(120));
    assertThat(results.getFirst().values()).containsExactly(2.0, 4.0, 6.0);
    assertThat(results.getLast().statusCode()).isEqualTo("Complete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one + two | 3 4 6",
        "one - two * 2 | 0 4 6",
        "one / two | 2",
        "-(one - 1) | -1 -3 -5",
        "2 ^ 3 ^ 0 * one | 4 8 12",
        "one - SUM(one) | -10 -8 -6",
        "one / AVG(one) | 0.5 1 1.5",
        "AVG([one, two]) | 1.5 2 3",
        "MAX([one, 5]) | 5 5 6",
        "100 / two | 100",
        "one > two AND one < 5 | 1 1 0",
        "'one == 2 || one >= 6' | 1 0 1",
        "one <= two | 0 0 0",
        "one != 4 && 1 | 1 0 1",
        "-(one > 2) | 0 -1 -1",
        "DATAPOINT_COUNT(METRICS()) | 2 2 1",
        "one * DATAPOINT_COUNT(two) | 4 8 12",
        "one * METRIC_COUNT(METRICS()) | 4 8 12",
        "SUM(METRICS('tw')) + 0 | 1 0",
        "DIFF(one) | 2 2",
        "DIFF_TIME(one) | 60 60",
        "RATE(one) * 60 | 2 2",
        "RUNNING_SUM(one) | 2 6 12",
        "one / PERIOD(one) * 60 | 2 4 6",
        "FILL(two, 9) | 1 0 9 9",
        "FILL(two, one) | 1 0 6",
        "FILL(two, REPEAT) | 1 0 0 0",
        "FILL(IF(one != 4, one), LINEAR) | 2 4 6",
        "IF(one > 2, one) | 4 6",
        "IF(one > 2, 10, 2) | 2 10 10",
        "IF(two, 5, one) | 5 4",
        "IF(one, two, one) | 1 0 0",
        "IF(0, one, two) | 1 0",
        "MINUTE(one) | 0 1 2 3",
        "HOUR(two) + DAY(two) * 10 | 53 53 53 53",
        "YEAR(one) * 10000 + MONTH(one) * 100 + DATE(one) | 20260102 20260102 20260102 20260102",
        "TIME_SERIES(MAX(one)) | 6 6 6 6",
        "FLOOR(LOG10(one * 50) * 1000) | 2000 2301 2477",
        "FLOOR(LOG(one) * 10) | 6 13 17",
        "one * STDDEV([1, 1]) + STDDEV([one, two]) * 2 | 1 4 0",
        "FIRST(SORT(METRICS(), SUM, ASC)) | 1 0",
        "LAST(SORT(METRICS(), MAX, ASC)) | 2 4 6",
        "SORT(METRICS(), AVG, DESC, 1) | 2 4 6",
        "SLICE(METRICS(), 1) | 1 0",
        "SLICE(METRICS(), 0, 1) | 2 4 6",
        "REMOVE_EMPTY([IF(0, one), two]) | 1 0",
        "MAX(METRICS()) | 2 4 6",
        "SUM([one, two]) | 3 4 6",
        "one / SUM(one) * 12 | 2 4 6",
        "MIN([one, two]) + 0 | 1 0 6",
        "FLOOR(one / 4) | 0 1 1",
        "CEIL(ABS(0 - one) / 4) | 1 1 2",
      })
  void formulasCompute(String expression, String values) {
    var expected = List.of(values.split(" ")).stream().map(Double::valueOf).toList();
    assertThat(asked(expression).getLast().values().stream().map(value -> value + 0.0).toList())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one +", "(one", "one two", "e", "nothing * 2", "one $ 2", "", "1 2"})
  void whatIsNoFormulaIsRefused(String expression) {
    assertThatThrownBy(() -> asked(expression)).isInstanceOf(ServiceException.class);
  }

  @Test
  void anArrayTellsOfEachOfItsSeries() {
    var found = asked("METRICS() * 10");
    assertThat(found).extracting(MetricDataResult::id).containsExactly("one", "e", "e");
    assertThat(found)
        .extracting(MetricDataResult::label)
        .containsExactly("One", "it One", "it Two");
    assertThat(found.get(2).values()).containsExactly(10.0, 0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUM(one)", "5", "METRIC_COUNT(METRICS())", "[one, 5]"})
  void aScalarIsNoResult(String expression) {
    assertThatThrownBy(() -> asked(expression)).hasMessageContaining("is a scalar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESC",
        "'one'",
        "FILL(one, DESC)",
        "FILL(one, METRICS())",
        "IF(METRICS(), 1, 2)",
        "SORT(METRICS(), SUM, UP)",
        "SORT(METRICS(), LOG, ASC)",
        "TIME_SERIES(one)",
        "PERIOD(METRICS())",
        "ABS()",
        "ABS(one, two)",
        "FIRST([])",
        "SEARCH(one)",
        "SEARCH('One', 'Sum', 0)",
        "SEARCH('One', 'Most', 60)",
      })
  void whatFunctionsDoNotTakeIsRefused(String expression) {
    assertThatThrownBy(() -> asked(expression))
        .isInstanceOf(ServiceException.class)
        .hasMessageNotContaining("does not have");
  }

  @ParameterizedTest
  @CsvSource({
    "ANOMALY_DETECTION_BAND(one), ANOMALY_DETECTION_BAND",
    "INSIGHT_RULE_METRIC('a'), INSIGHT_RULE_METRIC",
    "SERVICE_QUOTA(one), SERVICE_QUOTA",
    "SELECT SUM(One) FROM Shop, Metrics Insights",
  })
  void whatIsNotThereIsRefusedByName(String expression, String name) {
    assertThatThrownBy(() -> asked(expression))
        .hasMessageContaining("does not have")
        .hasMessageContaining(name);
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    var told = new ArrayList<String>();
    String token = null;
    do {
      var page = page(token);
      page.metricDataResults()
          .forEach(result -> told.add(result.id() + result.values() + result.statusCode()));
      token = page.nextToken();
    } while (token != null);
    assertThat(told)
        .containsExactly(
            "one[6.0, 4.0]PartialData",
            "one[2.0]Complete",
            "two[0.0]PartialData",
            "two[1.0]Complete");
  }

  @Test
  void aTokenOfElsewhereIsRefused() {
    assertThatThrownBy(() -> page("x")).hasMessageContaining("next token");
  }

  private GetMetricDataOutput page(@Nullable String token) {
    return cloud.invoke(
        CloudWatchModel.GET_METRIC_DATA,
        GetMetricDataInput.builder()
            .metricDataQueries(List.of(query("one", "One"), query("two", "Two")))
            .startTime(TIME)
            .endTime(TIME.plusSeconds(240))
            .maxDatapoints(2)
            .nextToken(token)
            .build());
  }
}
