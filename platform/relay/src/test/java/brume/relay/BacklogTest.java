package brume.relay;

import static org.assertj.core.api.Assertions.assertThat;

import brume.service.Outbox;
import brume.store.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Instant LATE = Instant.ofEpochMilli(1_000_000);

  private final Backlog backlog = new Backlog(3);

  @Test
  void theEarliestIsTakenFirstAndNoneTooEarly() {
    backlog.add(key(20));
    backlog.add(key(10));
    assertThat(backlog.due()).isEqualTo(Instant.ofEpochMilli(10));
    assertThat(backlog.take(Instant.ofEpochMilli(9))).isNull();
    assertThat(backlog.take(Instant.ofEpochMilli(10))).isEqualTo(key(10));
    assertThat(backlog.take(Instant.ofEpochMilli(10))).isNull();
  }

  @Test
  void whatIsTakenIsNotTakenAgain() {
    backlog.add(key(1));
    backlog.take(LATE);
    backlog.add(key(1));
    assertThat(backlog.waiting()).isZero();
    backlog.putBack(key(1));
    assertThat(backlog.take(LATE)).isEqualTo(key(1));
    backlog.end(key(1));
    assertThat(backlog.taken()).isZero();
  }

  @Test
  void whatIsPutAnewUnderTheSameKeyWaitsForTheEndOfTheFirst() {
    backlog.add(key(1));
    backlog.take(LATE);
    backlog.add(key(1));
    assertThat(backlog.take(LATE)).isNull();
    backlog.end(key(1));
    assertThat(backlog.take(LATE)).isEqualTo(key(1));
  }

  @Test
  void whatIsTooMuchIsLeftBeyondTheHorizon() {
    List.of(4, 3, 2, 1).forEach(due -> backlog.add(key(due)));
    assertThat(backlog.isBeyond(key(4))).isTrue();
    assertThat(backlog.isBeyond(key(3))).isFalse();
    assertThat(backlog.isLow()).isFalse();
    backlog.add(key(5));
    assertThat(backlog.waiting()).isEqualTo(3);
  }

  @Test
  void anInterruptedLookIsTakenUpAgain() {
    List.of(4, 3, 2, 1).forEach(due -> backlog.add(key(due)));
    backlog.take(LATE);
    backlog.take(LATE);
    assertThat(backlog.isLow()).isTrue();
    var from = backlog.open();
    assertThat(from).isEqualTo(key(4));
    assertThat(backlog.isLow()).isFalse();
    backlog.close(from);
    assertThat(backlog.isLow()).isTrue();
    assertThat(backlog.isBeyond(key(4))).isTrue();
  }

  /// The store is a set here; whatever happens in whatever order, everything is delivered once.
  @Test
  void everythingIsTakenInTheEnd() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var small = new Backlog(1 + random.nextInt(8));
      var stored = new TreeSet<Integer>();
      var taken = new ArrayList<Integer>();
      int toPut = 200;
      while (toPut > 0 || !stored.isEmpty()) {
        if (toPut > 0 && random.nextInt(3) > 0) {
          toPut--;
          int due = random.nextInt(10_000);
          if (!taken.contains(due)) {
            stored.add(due);
            small.add(key(due));
          }
        } else if (small.isLow()) {
          look(small, stored);
        } else {
          var next = small.take(LATE);
          if (next != null) {
            int due = (int) Outbox.due(next.bytes()).toEpochMilli();
            assertThat(stored.remove(due)).isTrue();
            taken.add(due);
            small.end(next);
          } else {
            assertThat(stored).as("seed %d", seed).isEmpty();
          }
        }
      }
      assertThat(taken).as("seed %d", seed).doesNotHaveDuplicates();
    }
  }

  private static void look(Backlog backlog, SortedSet<Integer> stored) {
    var from = backlog.open();
    for (int due : stored) {
      if (due >= Outbox.due(from.bytes()).toEpochMilli()) {
        if (backlog.isBeyond(key(due))) {
          return;
        }
        backlog.add(key(due));
      }
    }
  }

  private static Key key(int due) {
    return Outbox.key(Instant.ofEpochMilli(due), "x");
  }
}
