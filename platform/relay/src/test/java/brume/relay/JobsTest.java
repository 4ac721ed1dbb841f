package brume.relay;

import static brume.relay.RelayTest.until;
import static org.assertj.core.api.Assertions.assertThat;

import brume.service.Call;
import brume.service.Job;
import brume.service.Service;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.testing.Local;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JobsTest {
  private final Local local = new Local();
  private final BlockingQueue<Instant> runs = new LinkedBlockingQueue<>();

  private interface Body {
    void run(Call call) throws InterruptedException;
  }

  private record Hourly(String name, Body body) implements Job {
    @Override
    public Duration every() {
      return Duration.ofHours(1);
    }

    @Override
    public void run(Call call) throws InterruptedException {
      body.run(call);
    }
  }

  @Test
  void runsAtTheStartAndThenRegularly() throws Exception {
    try (var _ = start(call -> runs.add(call.now()))) {
      assertThat(next()).isEqualTo(Local.START);
      local.clock.advance(Duration.ofMinutes(59));
      assertThat(runs).isEmpty();
      local.clock.advance(Duration.ofMinutes(1));
      assertThat(next()).isEqualTo(Local.START.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void whatWasMissedIsNotMadeUpFor() throws Exception {
    try (var _ = start(call -> runs.add(call.now()))) {
      next();
      local.clock.advance(Duration.ofMinutes(200));
      assertThat(next()).isEqualTo(Local.START.plus(Duration.ofMinutes(200)));
      local.clock.advance(Duration.ofMinutes(40));
      assertThat(next()).isEqualTo(Local.START.plus(Duration.ofHours(4)));
    }
    assertThat(runs).isEmpty();
  }

  @Test
  void aFailureIsCountedAndNotTheLastRun() throws Exception {
    Body failing =
        call -> {
          runs.add(call.now());
          throw new IllegalStateException("as the test wants it");
        };
    try (var relay = start(failing)) {
      next();
      until(() -> relay.counts().get("job").failed() == 1);
      local.clock.advance(Duration.ofHours(1));
      next();
    }
  }

  @Test
  void closingInterruptsARun() throws Exception {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Body endless =
        _ -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            ended.countDown();
          }
        };
    try (var _ = start(endless)) {
      begun.await();
    }
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private Relay start(Body body) {
    var shape =
        new ServiceShape(
            "test",
            "test",
            "test",
            "1",
            null,
            null,
            List.of(Protocol.AWS_JSON_1_0),
            List.of(),
            List.of());
    var service = Service.of(shape).jobs(new Hourly("job", body)).build();
    return Relay.start(local.store, local.platform, Local.SCOPE, List.of(service));
  }

  private Instant next() throws InterruptedException {
    var next = runs.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("a run within a minute").isNotNull();
    return next;
  }
}
