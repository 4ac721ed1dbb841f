package brume.http.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InflowTest {
  private final Recorded source = new Recorded();
  private final Inflow inflow = new Inflow(source, Duration.ofSeconds(10));

  private static final class Recorded implements Inflow.Source {
    private final List<String> events = new ArrayList<>();

    @Override
    public void begun() {
      events.add("begun");
    }

    @Override
    public void fetch(int pieces) {
      events.add("fetch " + pieces);
    }

    @Override
    public IOException late() {
      return new IOException("late");
    }

    @Override
    public void closed(boolean ended) {
      events.add("closed " + ended);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void givesThePiecesInOrderAndThenTheEnd() throws IOException {
    inflow.put(ascii("ab"));
    inflow.put(ascii(""));
    inflow.put(ascii("c"));
    inflow.finish(null);
    assertThat(inflow.read()).isEqualTo('a');
    assertThat(inflow.available()).isEqualTo(1);
    assertThat(inflow.readAllBytes()).isEqualTo(ascii("bc"));
    assertThat(inflow.read()).isEqualTo(-1);
    inflow.close();
    assertThat(source.events).containsExactly("begun", "closed true");
  }

  @Test
  void failsBehindThePiecesThatAreThere() throws IOException {
    inflow.put(ascii("a"));
    inflow.finish(new IOException("broken"));
    inflow.finish(null);
    assertThat(inflow.read()).isEqualTo('a');
    assertThatThrownBy(inflow::read).hasMessage("broken");
    assertThat(inflow.ended()).isFalse();
  }

  @Test
  void asksForMoreWhenHalfTheWindowIsRead() throws IOException {
    for (int i = 0; i < Inflow.WINDOW; i++) {
      inflow.put(ascii("x"));
    }
    assertThat(inflow.readNBytes(Inflow.WINDOW)).hasSize(Inflow.WINDOW);
    var half = "fetch " + Inflow.WINDOW / 2;
    assertThat(source.events).containsExactly("begun", half, half);
  }

  @Test
  void isWholeWhenAllOfItIsThereInOnePiece() {
    inflow.put(ascii("all"));
    assertThat(inflow.whole()).isNull();
    inflow.finish(null);
    assertThat(inflow.whole()).isEqualTo(ascii("all"));
  }

  @Test
  void failsAReaderWhoseBodyIsThrownAway() {
    inflow.put(ascii("a"));
    inflow.discard();
    inflow.put(ascii("b"));
    assertThatThrownBy(inflow::read).isInstanceOf(IOException.class);
    inflow.finish(null);
    assertThat(inflow.ended()).isTrue();
  }

  @Test
  void failsAReaderThatWaitsTooLong() {
    var hasty = new Inflow(source, Duration.ZERO);
    assertThatThrownBy(hasty::read).hasMessage("late");
    assertThatThrownBy(hasty::read).hasMessage("late");
  }
}
