package brume.frontdoor.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final Meter meter = new Meter();

  @Test
  void seriesAreCountedApart() {
    meter.record(served("Say", 200, 10, Duration.ofNanos(150_000)));
    meter.record(served("Say", 201, 5, Duration.ofSeconds(2)));
    meter.record(served("Say", 404, 1, Duration.ofNanos(1)));
    var counted = meter.counts().get(new Meter.Series("1", "r", "echo", "Say", 2));
    assertThat(counted.requests()).isEqualTo(2);
    assertThat(counted.bytesIn()).isEqualTo(15);
    assertThat(counted.duration()).isEqualTo(Duration.ofNanos(2_000_150_000));
    assertThat(meter.counts()).hasSize(2);
  }

  @Test
  void prometheusReadsIt() {
    meter.record(served("Sa\"y", 200, 10, Duration.ofNanos(150_000)));
    meter.record(served("Sa\"y", 200, 10, Duration.ofSeconds(2)));
    var labels =
        "{account=\"1\",region=\"r\",service=\"echo\",operation=\"Sa\\\"y\",status=\"2xx\"";
    assertThat(Exposition.of(meter).lines())
        .contains(
            "# TYPE brume_requests_total counter",
            "brume_requests_total" + labels + "} 2",
            "brume_request_bytes_total" + labels + "} 20",
            "brume_request_duration_seconds_bucket" + labels + ",le=\"1.0E-4\"} 0",
            "brume_request_duration_seconds_bucket" + labels + ",le=\"2.5E-4\"} 1",
            "brume_request_duration_seconds_bucket" + labels + ",le=\"1.0\"} 1",
            "brume_request_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 2",
            "brume_request_duration_seconds_count" + labels + "} 2");
  }

  @Test
  void theNumberOfSeriesIsBounded() {
    for (int i = 0; i < Meter.MAX_SERIES + 10; i++) {
      meter.record(served("Say" + i, 200, 1, Duration.ZERO));
    }
    assertThat(meter.counts()).hasSize(Meter.MAX_SERIES + 1);
    var others = meter.counts().get(new Meter.Series("1", "r", "echo", "other", 2));
    assertThat(others.requests()).isEqualTo(10);
  }

  @Test
  void theLastRequestsAreRemembered() {
    var recent = new RecentRequests();
    assertThat(recent.newest(5)).isEmpty();
    for (int i = 0; i < RecentRequests.SIZE + 3; i++) {
      recent.record(served("Say" + i, 200, 0, Duration.ZERO));
    }
    assertThat(recent.newest(2))
        .extracting(Served::operation)
        .containsExactly("Say1026", "Say1025");
    assertThat(recent.newest(9_999)).hasSize(RecentRequests.SIZE);
  }

  private static Served served(String operation, int status, long bytes, Duration duration) {
    return new Served(
        Instant.EPOCH, "id", "1", "r", "echo", operation, "me", status, null, bytes, 0, duration);
  }
}
