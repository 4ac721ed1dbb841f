package brume.dynamodb.stream;

import static brume.dynamodb.Local.stored;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.stream.ChangeRecord.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormsTest {
  @Test
  void aRecordIsReadAsItWasWritten() {
    for (var kind : Kind.values()) {
      for (boolean isExpiry : new boolean[] {true, false}) {
        var whole =
            new ChangeRecord(
                kind, Local.NOW, isExpiry, stored("p", "1"), stored("p", "1"), stored("n", 2));
        assertThat(ChangeRecord.read(whole.write())).isEqualTo(whole);
        var keys = new ChangeRecord(kind, Local.NOW, isExpiry, stored("p", "1"), null, null);
        assertThat(ChangeRecord.read(keys.write())).isEqualTo(keys);
        assertThat(ChangeRecord.time(keys.write())).isEqualTo(Local.NOW);
      }
    }
  }

  @Test
  void sequenceNumbersHaveOneOrderAsTextsAndAsNumbers() {
    assertThat(SequenceNumber.of(1)).hasSize(21).isLessThan(SequenceNumber.of(10));
    assertThat(SequenceNumber.of(Long.MAX_VALUE)).hasSize(21);
    assertThat(SequenceNumber.parse(SequenceNumber.of(123))).hasValue(123);
    assertThat(SequenceNumber.parse("123")).isEmpty();
    assertThat(SequenceNumber.parse("1".repeat(21) + "x")).isEmpty();
    assertThat(SequenceNumber.parse("2" + "0".repeat(20))).isEmpty();
    assertThat(SequenceNumber.parse("1" + "9".repeat(20))).isEmpty();
  }

  @Test
  void anIteratorIsReadAsItWasWritten() {
    var arn = "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2026-01-02T03:04:05.000";
    var iterator = new ShardIterator(arn, "shardId-1-a", 77, Local.NOW);
    assertThat(ShardIterator.decode(iterator.encode())).isEqualTo(iterator);
    assertThat(iterator.isExpired(Local.NOW.plus(Duration.ofMinutes(15)))).isFalse();
    assertThat(iterator.isExpired(Local.NOW.plus(Duration.ofMinutes(16)))).isTrue();
    assertThat(ShardIterator.decode("nonsense")).isNull();
    assertThat(ShardIterator.decode(arn + "|1|AAAA")).isNull();
  }

  @Test
  void aStreamIsNamedByItsArn() {
    var arn = "arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2026-01-02T03:04:05.000";
    assertThat(StreamName.parse(arn).map(StreamName::arn)).contains(arn);
    assertThat(StreamName.parse(arn.replace("/stream/", "/index/"))).isEmpty();
    assertThat(StreamName.parse("T")).isEmpty();
  }

  @Test
  void whatIsUnderWayIsNotSettled() {
    var sequences = new Sequences(new Local().store);
    long start = sequences.settled();
    try (var first = sequences.begin()) {
      long taken = first.take();
      try (var second = sequences.begin()) {
        assertThat(second.take()).isGreaterThan(taken);
      }
      assertThat(sequences.settled()).isEqualTo(start).isLessThanOrEqualTo(taken);
    }
    assertThat(sequences.settled()).isEqualTo(start + 2);
  }
}
