package brume.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void isReadAsItWasWritten() {
    var all =
        List.of(
            new Position.After("100000000000000000001"),
            new Position.Since(Instant.parse("2026-01-02T03:04:05.678Z")),
            new Position.Finished());

    assertThat(all).allSatisfy(each -> assertThat(Position.decode(each.encode())).isEqualTo(each));
  }
}
