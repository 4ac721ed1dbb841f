package brume.logs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.model.logs.InputLogEvent;
import brume.model.logs.RejectedLogEventsInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void whatIsOfNowIsTaken() {
    var events = at(Duration.ofHours(-1), Duration.ZERO, Duration.ofHours(2));
    assertThat(Batch.of(events, NOW, null)).isEqualTo(new Batch(events, null));
  }

  @Test
  void whatIsTooOldOrTooNewIsRejected() {
    var old = at(Duration.ofDays(-14).minusMillis(2), Duration.ofDays(-14).minusMillis(1));
    assertThat(Batch.of(old, NOW, null))
        .isEqualTo(
            new Batch(
                List.of(), RejectedLogEventsInfo.builder().tooOldLogEventEndIndex(2).build()));
    var edge = at(Duration.ofDays(-14).minusMillis(1), Duration.ofDays(-14));
    assertThat(Batch.of(edge, NOW, null).events()).isEqualTo(edge.subList(1, 2));
    var late = at(Duration.ofHours(2), Duration.ofHours(2).plusMillis(1));
    assertThat(Batch.of(late, NOW, null))
        .isEqualTo(
            new Batch(
                late.subList(0, 1),
                RejectedLogEventsInfo.builder().tooNewLogEventStartIndex(1).build()));
  }

  @Test
  void whatItsGroupWouldNotKeepIsRejected() {
    var events = at(Duration.ofHours(-25), Duration.ofHours(-23));
    assertThat(Batch.of(events, NOW, 1))
        .isEqualTo(
            new Batch(
                events.subList(1, 2),
                RejectedLogEventsInfo.builder().expiredLogEventEndIndex(1).build()));
  }

  @Test
  void eventsAreInOrderAndOfOneDay() {
    assertThatThrownBy(() -> Batch.of(at(Duration.ZERO, Duration.ofMillis(-1)), NOW, null))
        .hasMessage("Log events in a single PutLogEvents request must be in chronological order.");
    var day = at(Duration.ofDays(-1), Duration.ZERO);
    assertThat(Batch.of(day, NOW, null).rejected()).isNull();
    assertThatThrownBy(() -> Batch.of(at(Duration.ofDays(-1), Duration.ofMillis(1)), NOW, null))
        .hasMessageContaining("cannot span more than 24 hours");
  }

  @Test
  void theSizeCountsBytesAndEvents() {
    var full = "ä".repeat((Batch.MAX_BYTES - LogEvent.OVERHEAD) / 2);
    long now = NOW.toEpochMilli();
    assertThat(Batch.of(List.of(new InputLogEvent(full, now)), NOW, null).events()).hasSize(1);
    assertThatThrownBy(() -> Batch.of(List.of(new InputLogEvent(full + "x", now)), NOW, null))
        .hasMessage("Upload too large: 1048577 bytes exceeds limit of 1048576");
  }

  private static List<InputLogEvent> at(Duration... offsets) {
    return Arrays.stream(offsets)
        .map(offset -> new InputLogEvent("x", NOW.plus(offset).toEpochMilli()))
        .toList();
  }
}
