package brume.cloudwatch;

import static brume.cloudwatch.CloudWatchLocal.dimensions;
import static org.assertj.core.api.Assertions.assertThat;

import brume.service.Metrics;
import brume.testing.Local;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountersTest {
  private final CloudWatchLocal cloud = new CloudWatchLocal();
  private final Metrics.Subject subject =
      new Metrics.Subject(Local.SCOPE, "AWS/Lambda", Map.of("FunctionName", "f"));

  private double published(String metric) {
    var wanted =
        cloud
            .lastHour(metric)
            .namespace("AWS/Lambda")
            .dimensions(dimensions("FunctionName", "f"))
            .period(3600)
            .statistics(List.of("Sum"));
    return cloud.points(wanted).stream().mapToDouble(point -> point.sum()).sum();
  }

  @Test
  void nothingIsLostWhileOthersCount() throws InterruptedException, ExecutionException {
    int threads = 40;
    int each = 500;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(
                  _ ->
                      executor.submit(
                          () -> {
                            for (int i = 0; i < each; i++) {
                              cloud.counters.count(subject, "Invocations", 1);
                            }
                          }))
              .toList();
      for (int i = 0; i < 5; i++) {
        cloud.run("cloudwatch-publishing");
      }
      for (var one : running) {
        one.get();
      }
    }
    cloud.run("cloudwatch-publishing");
    assertThat(published("Invocations")).isEqualTo(threads * each);
  }

  @Test
  void moreMetricsThanThereIsRoomForAreDropped() {
    for (int i = 0; i < 10_100; i++) {
      cloud.counters.count(subject.with("Resource", "f:" + i), "Invocations", 1);
    }
    assertThat(cloud.counters.dropped()).isEqualTo(100);
    cloud.counters.count(subject, "Invocations", 1);
    assertThat(cloud.counters.dropped()).isEqualTo(101);
  }
}
