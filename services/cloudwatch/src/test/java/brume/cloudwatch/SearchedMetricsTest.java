package brume.cloudwatch;

import static brume.cloudwatch.CloudWatchLocal.datum;
import static brume.cloudwatch.CloudWatchLocal.dimensions;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricDataResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchedMetricsTest {
  private final CloudWatchLocal cloud = new CloudWatchLocal();

  @BeforeEach
  void measure() {
    cloud.put(
        datum("Orders").dimensions(dimensions("Shop", "north")).value(1.0),
        datum("Orders").dimensions(dimensions("Shop", "south")).value(2.0),
        datum("Visits").dimensions(dimensions("Shop", "north")).value(4.0));
  }

  private List<MetricDataResult> asked(String expression) {
    return cloud
        .invoke(
            CloudWatchModel.GET_METRIC_DATA,
            GetMetricDataInput.builder()
                .metricDataQueries(
                    List.of(MetricDataQuery.builder().id("e").expression(expression).build()))
                .startTime(cloud.now().minus(Duration.ofMinutes(5)))
                .endTime(cloud.now().plus(Duration.ofMinutes(1)))
                .build())
        .metricDataResults();
  }

  @Test
  void eachFoundMetricIsASeries() {
    var found = asked("SEARCH('{Shop,Shop} MetricName=\"Orders\"', 'Sum', 60)");
    assertThat(found).extracting(MetricDataResult::label).containsExactly("north", "south");
    assertThat(found).flatExtracting(MetricDataResult::values).containsExactly(1.0, 2.0);
    assertThat(asked("SEARCH('north', 'Sum', 60)"))
        .extracting(MetricDataResult::label)
        .containsExactly("north Orders", "north Visits");
  }

  @Test
  void formulasComputeWithWhatIsFound() {
    var found = asked("SUM(SEARCH('{Shop,Shop} Orders', 'Sum', 60))");
    assertThat(found).extracting(MetricDataResult::label).containsExactly("e");
    assertThat(found.getFirst().values()).containsExactly(3.0);
  }

  @Test
  void nothingFoundIsNoSeries() {
    assertThat(asked("SEARCH('{Other}', 'Sum', 60)")).isEmpty();
  }

  @Test
  void whatHadNoDataForTwoWeeksIsNotFound() {
    cloud.local.clock.advance(Duration.ofDays(15));
    assertThat(asked("SEARCH('north', 'Sum', 60)")).isEmpty();
  }
}
