package brume.lambda.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Ids;
import brume.shape.ServiceException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuedEventTest {
  private static final Arn FUNCTION =
      new Arn("lambda", "us-east-1", "000000000000", "function:f:live");

  @Test
  void isReadAsItWasWritten() {
    var ids = new Ids(new Random(1));
    for (int size = 0; size < 300; size++) {
      var event =
          new QueuedEvent(FUNCTION, ids.uuid().toString(), size, 2, Bytes.wrap(ids.bytes(size)));

      assertThat(QueuedEvent.decode(event.encode())).isEqualTo(event);
    }
  }

  @Test
  void countsFailuresAndRefusalsApart() {
    var event = new QueuedEvent(FUNCTION, "id", 0, 0, Bytes.EMPTY).failed().refused().refused();

    assertThat(event.failures()).isEqualTo(1);
    assertThat(event.refusals()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1,2]", "null", "\"text\"", "12.5", " {\"a\":{}} "})
  void everyJsonValueIsAnEvent(String event) {
    assertThat(Payload.synchronous(Bytes.utf8(event))).isEqualTo(Bytes.utf8(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nonsense", "{} {}", "[1,]", "   "})
  void nothingElseIs(String event) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> Payload.synchronous(Bytes.utf8(event)))
        .withMessageStartingWith("Could not parse request body into json");
  }

  @Test
  void noEventIsAnEmptyObject() {
    assertThat(Payload.synchronous(null)).isEqualTo(Bytes.utf8("{}"));
    assertThat(Payload.asynchronous(Bytes.EMPTY)).isEqualTo(Bytes.utf8("{}"));
  }

  @Test
  void lotsAreFromZeroToBeforeOne() {
    var ids = new Ids(new Random(1));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double fraction = Randomness.fraction(ids);
      assertThat(fraction).isBetween(0.0, Math.nextDown(1.0));
      sum += fraction;
    }
    assertThat(sum).isBetween(4800.0, 5200.0);
    assertThat(Randomness.traceId(ids, Instant.ofEpochSecond(0x65000000)))
        .matches("Root=1-65000000-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
  }
}
