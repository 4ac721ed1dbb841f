package brume.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SecureLongsTest {
  private static final int THREADS = 8;
  private static final int EACH = 5_000;

  @Test
  void noNumberIsGivenTwiceWhoeverAsks() throws InterruptedException {
    var numbers = new SecureLongs();
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                for (int taken = 0; taken < EACH; taken++) {
                  seen.add(numbers.nextLong());
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(THREADS * EACH);
  }
}
