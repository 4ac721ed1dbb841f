package brume.cloudwatch;

import static brume.cloudwatch.CloudWatchLocal.datum;
import static brume.cloudwatch.CloudWatchLocal.dimensions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.ListMetricsInput;
import brume.model.cloudwatch.StatisticSet;
import brume.service.Metrics;
import brume.testing.Local;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final List<String> ALL =
      List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

  private final CloudWatchLocal cloud = new CloudWatchLocal();

  @Test
  void aMinuteTellsItsStatistics() {
    cloud.put(
        datum("Orders").value(1.0),
        datum("Orders").values(List.of(2.0, 5.0)).counts(List.of(3.0, 1.0)));
    var point = cloud.points(cloud.lastHour("Orders").statistics(ALL)).getFirst();
    assertThat(point.timestamp()).isEqualTo(Instant.parse("2026-01-02T03:04:00Z"));
    assertThat(point.unit()).isEqualTo("None");
    assertThat(point.sampleCount()).isEqualTo(5);
    assertThat(point.sum()).isEqualTo(12);
    assertThat(point.average()).isEqualTo(2.4);
    assertThat(point.minimum()).isEqualTo(1);
    assertThat(point.maximum()).isEqualTo(5);
  }

  @Test
  void percentilesAreNearestRanks() {
    for (int i = 1; i <= 100; i++) {
      cloud.put(datum("Wait").value((double) i));
    }
    var wanted = cloud.lastHour("Wait").extendedStatistics(List.of("p0", "p50", "p99.5", "p100"));
    assertThat(cloud.points(wanted).getFirst().extendedStatistics())
        .isEqualTo(Map.of("p0", 1.0, "p50", 50.0, "p99.5", 100.0, "p100", 100.0));
  }

  @Test
  void manyValuesAreRoundedByLittle() {
    var random = new Random(7);
    var values = new ArrayList<Double>();
    for (int batch = 0; batch < 20; batch++) {
      var some = random.doubles(100, 1, 100).boxed().toList();
      values.addAll(some);
      cloud.put(datum("Wait").values(some));
    }
    values.sort(null);
    var wanted = cloud.lastHour("Wait").extendedStatistics(List.of("p50", "p99"));
    var found = cloud.points(wanted).getFirst().extendedStatistics();
    assertThat(found.get("p50")).isCloseTo(values.get(999), within(values.get(999) * 0.04));
    assertThat(found.get("p99")).isCloseTo(values.get(1979), within(values.get(1979) * 0.04));
  }

  @Test
  void ofSummariesNoPercentileIsKnown() {
    cloud.put(datum("Size").statisticValues(new StatisticSet(9.0, 1.0, 3.0, 12.0)));
    cloud.put(datum("Same").statisticValues(new StatisticSet(4.0, 4.0, 3.0, 12.0)));
    var size = cloud.points(cloud.lastHour("Size").extendedStatistics(List.of("p50")));
    assertThat(size.getFirst().extendedStatistics()).isNull();
    var same = cloud.points(cloud.lastHour("Same").extendedStatistics(List.of("p50")));
    assertThat(same.getFirst().extendedStatistics()).isEqualTo(Map.of("p50", 4.0));
  }

  @Test
  void anyPeriodTellsWhatANaiveModelTells() {
    var random = new Random(3);
    var times = new ArrayList<Instant>();
    var start =
        Local.START.minus(Duration.ofHours(6)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    for (int i = 0; i < 200; i++) {
      var time = start.plusSeconds(random.nextInt(6 * 3600));
      times.add(time);
      cloud.put("Visits", time, 1);
    }
    for (int period : List.of(60, 180, 300, 3600, 7200)) {
      var points =
          cloud.points(
              cloud.lastHour("Visits").startTime(start).period(period).statistics(List.of("Sum")));
      for (var point : points) {
        var end = point.timestamp().plusSeconds(period);
        long there =
            times.stream()
                .filter(time -> !time.isBefore(point.timestamp()) && time.isBefore(end))
                .count();
        assertThat(point.sum()).isEqualTo((double) there);
      }
      assertThat(points.stream().mapToDouble(point -> point.sum()).sum()).isEqualTo(200);
    }
  }

  @Test
  void secondsAreKeptOfHighResolutionOnly() {
    cloud.put(datum("Fast").storageResolution(1).value(1.0), datum("Slow").value(1.0));
    assertThat(
            cloud.points(
                cloud
                    .lastHour("Fast")
                    .startTime(cloud.now().minusSeconds(60))
                    .period(1)
                    .statistics(List.of("Sum"))))
        .extracting(point -> point.timestamp())
        .containsExactly(cloud.now());
    assertThat(
            cloud.points(
                cloud
                    .lastHour("Slow")
                    .startTime(cloud.now().minusSeconds(60))
                    .period(1)
                    .statistics(List.of("Sum"))))
        .isEmpty();
  }

  @Test
  void unitsHavePointsOfTheirOwn() {
    cloud.put(datum("Size").unit("Bytes").value(1.0), datum("Size").unit("Count").value(2.0));
    assertThat(cloud.points(cloud.lastHour("Size").statistics(List.of("Sum")))).hasSize(2);
    assertThat(cloud.points(cloud.lastHour("Size").unit("Count").statistics(List.of("Sum"))))
        .extracting(point -> point.sum())
        .containsExactly(2.0);
  }

  @Test
  void metricsAreListedByWhatTheyAreOf() {
    cloud.put(
        datum("Orders").dimensions(dimensions("Shop", "a", "Till", "1")).value(1.0),
        datum("Orders").dimensions(dimensions("Shop", "b")).value(1.0),
        datum("Visits").value(1.0));
    assertThat(listed(ListMetricsInput.builder())).isEqualTo(3);
    assertThat(listed(ListMetricsInput.builder().namespace("Shop").metricName("Orders")))
        .isEqualTo(2);
    assertThat(listed(ListMetricsInput.builder().namespace("Other"))).isZero();
    var till = List.of(new brume.model.cloudwatch.DimensionFilter("Till", null));
    assertThat(listed(ListMetricsInput.builder().dimensions(till))).isEqualTo(1);
    cloud.local.clock.advance(Duration.ofHours(4));
    assertThat(listed(ListMetricsInput.builder().recentlyActive("PT3H"))).isZero();
  }

  private int listed(ListMetricsInput.Builder wanted) {
    return cloud.invoke(CloudWatchModel.LIST_METRICS, wanted.build()).metrics().size();
  }

  @Test
  void whatServicesCountIsPublished() throws InterruptedException {
    var subject = new Metrics.Subject(Local.SCOPE, "AWS/Lambda", Map.of("FunctionName", "f"));
    for (int i = 0; i < 1000; i++) {
      cloud.counters.count(subject, "Invocations", 1);
      cloud.counters.took(subject, "Duration", i * 1_000_000L);
    }
    cloud.run("cloudwatch-publishing");
    cloud.counters.count(subject, "Invocations", 1);
    cloud.run("cloudwatch-publishing");
    var invocations =
        cloud
            .lastHour("Invocations")
            .namespace("AWS/Lambda")
            .dimensions(dimensions("FunctionName", "f"))
            .statistics(List.of("Sum"));
    assertThat(cloud.points(invocations).getFirst().sum()).isEqualTo(1001);
    var duration = invocations.metricName("Duration").statistics(ALL);
    assertThat(cloud.points(duration).getFirst().average()).isEqualTo(499.5);
    assertThat(cloud.points(duration).getFirst().unit()).isEqualTo("Milliseconds");
  }

  @Test
  void oldDataGoes() throws InterruptedException {
    cloud.put(datum("Fast").storageResolution(1).value(1.0));
    var then = cloud.now();
    cloud.local.clock.advance(Duration.ofDays(16));
    cloud.run("cloudwatch-expiry");
    var wanted =
        cloud
            .lastHour("Fast")
            .startTime(then.minusSeconds(5))
            .endTime(then.plusSeconds(60))
            .statistics(List.of("Sum"));
    assertThat(cloud.points(wanted)).isEmpty();
    var hour = Instant.parse("2026-01-02T03:00:00Z");
    assertThat(cloud.points(wanted.startTime(hour).period(300).endTime(hour.plusSeconds(3600))))
        .hasSize(1);
    cloud.local.clock.advance(Duration.ofDays(456));
    cloud.run("cloudwatch-expiry");
    assertThat(cloud.points(wanted.period(3600))).isEmpty();
  }

  @Test
  void whatIsWrongIsRefused() {
    assertThatThrownBy(() -> cloud.put("Orders", cloud.now().plus(Duration.ofHours(3)), 1))
        .hasMessageContaining("no more than two hours in the future");
    assertThatThrownBy(() -> cloud.put("Orders", cloud.now().minus(Duration.ofDays(15)), 1))
        .hasMessageContaining("within the past two weeks");
    assertThatThrownBy(() -> cloud.put("Orders", cloud.now(), Double.NaN))
        .hasMessageContaining("must not be NaN");
    assertThatThrownBy(() -> cloud.put(datum("Orders"))).hasMessageContaining("must be specified");
    assertThatThrownBy(() -> cloud.put(datum("Orders").value(1.0).values(List.of(1.0))))
        .hasMessageContaining("mutually exclusive");
    assertThatThrownBy(() -> cloud.points(cloud.lastHour("Orders")))
        .hasMessage("Must specify either Statistics or ExtendedStatistics");
    var month = cloud.lastHour("Orders").startTime(cloud.now().minus(Duration.ofDays(30)));
    assertThatThrownBy(() -> cloud.points(month.statistics(List.of("Sum"))))
        .hasMessageContaining("exceeds the limit of 1,440");
  }
}
