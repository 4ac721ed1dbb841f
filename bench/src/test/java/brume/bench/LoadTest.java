package brume.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LoadTest {
  @Test
  void countsTheRoundsOfEveryWriter() throws InterruptedException {
    var rounds = new ConcurrentHashMap<Integer, Integer>();
    var result = new Load(0.05).run(3, (writer, round) -> rounds.put(writer, round + 1));
    assertThat(rounds.keySet()).contains(0, 1, 2);
    assertThat(result.perSecond()).isPositive();
    assertThat(result.p99()).isGreaterThanOrEqualTo(result.p50());
  }

  @Test
  void endsWithTheFailureOfTheWork() {
    var load = new Load(600);
    assertThatThrownBy(
            () ->
                load.run(
                    2,
                    (writer, round) -> {
                      if (writer == 1 && round == 3) {
                        throw new IllegalArgumentException("no");
                      }
                    }))
        .hasRootCauseMessage("no");
  }
}
