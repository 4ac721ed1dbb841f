package brume.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.Metric;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricDataResult;
import brume.model.cloudwatch.MetricStat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                .endTime(TIME.plus(Duration.ofMinutes(10)))
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
        "one + two | 3 4",
        "one - two * 2 | 0 4",
        "one / two | 2",
        "-(one - 1) | -1 -3 -5",
        "2 ^ 3 ^ 0 * one | 4 8 12",
        "SUM(one) | 12",
        "AVG(one) | 4",
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
    assertThatThrownBy(() -> asked(expression)).isInstanceOf(brume.shape.ServiceException.class);
  }

  @Test
  void functionsThatAreNotThereAreRefusedByName() {
    assertThatThrownBy(() -> asked("SEARCH(one)")).hasMessageContaining("does not have SEARCH");
    assertThatThrownBy(() -> asked("FILL(one, 0)")).hasMessageContaining("does not have FILL");
    assertThatThrownBy(() -> asked("METRICS()")).hasMessageContaining("several time series");
  }
}
