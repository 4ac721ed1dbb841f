package brume.dax.cache;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.cache.ItemCache.Cached;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ItemCacheTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final ItemCache cache = new ItemCache(1 << 20, LIFE);

  private static ItemKey key(int number) {
    return ItemKey.of("Todos", new byte[] {(byte) number, (byte) (number >> 8)});
  }

  private static Cached item(int number) {
    return new Cached(new byte[] {(byte) number});
  }

  private static int number(Cached cached) {
    return cached.item()[0];
  }

  @Test
  void remembersWhatWasReadForItsLife() {
    cache.read(key(1)).found(item(7), 0);
    assertThat(number(cache.get(key(1), LIFE.toMillis() - 1))).isEqualTo(7);
    assertThat(cache.get(key(1), LIFE.toMillis())).isNull();
    assertThat(cache.get(key(2), 0)).isNull();
  }

  @Test
  void remembersThatThereIsNoItem() {
    cache.read(key(1)).found(Cached.NO_ITEM, 0);
    assertThat(cache.get(key(1), 0)).isEqualTo(Cached.NO_ITEM);
  }

  @Test
  void livesAsLongAsThereIsRoomWithoutALife() {
    cache.lives(Duration.ZERO);
    cache.read(key(1)).found(item(7), 0);
    assertThat(cache.get(key(1), Long.MAX_VALUE - 1)).isNotNull();
  }

  @Test
  void doesNotRememberWhatWasReadWhileSomebodyWrote() {
    var before = cache.read(key(1));
    var writing = cache.write(key(1));
    before.found(item(1), 0);
    assertThat(cache.get(key(1), 0)).isNull();
    var during = cache.read(key(1));
    writing.wrote(item(2), 0);
    during.found(item(1), 0);
    assertThat(number(cache.get(key(1), 0))).isEqualTo(2);
  }

  @Test
  void forgetsWhatTwoWroteAtOnce() {
    var one = cache.write(key(1));
    var other = cache.write(key(1));
    one.wrote(item(1), 0);
    other.wrote(item(2), 0);
    assertThat(cache.get(key(1), 0)).isNull();
    cache.read(key(1)).found(item(1), 0);
    assertThat(number(cache.get(key(1), 0))).isEqualTo(1);
  }

  @Test
  void forgetsWhatAWriteThatFailedMayHaveLeft() {
    cache.read(key(1)).found(item(1), 0);
    try (var writing = cache.write(key(1))) {
      assertThat(writing).isNotNull();
    }
    assertThat(cache.get(key(1), 0)).isNull();
  }

  @Test
  void givesUpWhatWasNotAskedForTheLongest() {
    var small = new ItemCache(64 << 10, LIFE);
    for (int i = 0; i < 10_000; i++) {
      small.read(key(i)).found(item(i), 0);
      small.get(key(0), 0);
    }
    assertThat(small.get(key(0), 0)).isNotNull();
    assertThat(small.get(key(9_999), 0)).isNotNull();
    assertThat(small.get(key(1), 0)).isNull();
    var occupancy = small.occupancy();
    assertThat(occupancy.evictions()).isGreaterThan(9_000);
    assertThat(occupancy.evictedBytes()).isGreaterThan(100 * occupancy.evictions());
    assertThat(occupancy.bytes()).isPositive().isLessThanOrEqualTo(64 << 10);
    small.clear();
    assertThat(small.occupancy().bytes()).isZero();
  }

  /// Readers and writers of a few items: whoever reads an item is given nothing that is older than
  /// what was acknowledged before he asked.
  @Test
  void isCoherentUnderConcurrency() throws InterruptedException {
    var table = new ConcurrentHashMap<Integer, Integer>();
    var acknowledged = new ConcurrentHashMap<Integer, Integer>();
    var stale = new AtomicLong();
    var threads = new java.util.ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      int seed = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> readAndWrite(new Random(seed), table, acknowledged, stale)));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(stale.get()).isZero();
  }

  private void readAndWrite(
      Random random,
      Map<Integer, Integer> table,
      Map<Integer, Integer> acknowledged,
      AtomicLong stale) {
    for (int round = 0; round < 20_000; round++) {
      int which = random.nextInt(3);
      if (random.nextInt(4) == 0) {
        try (var writing = cache.write(key(which))) {
          int version = table.merge(which, 1, Integer::sum);
          writing.wrote(version(version), 0);
          acknowledged.merge(which, version, Math::max);
        }
      } else {
        int least = acknowledged.getOrDefault(which, 0);
        if (version(read(which, table)) < least) {
          stale.incrementAndGet();
        }
      }
    }
  }

  private Cached read(int which, Map<Integer, Integer> table) {
    var cached = cache.get(key(which), 0);
    if (cached != null) {
      return cached;
    }
    var reading = cache.read(key(which));
    var found = version(table.getOrDefault(which, 0));
    reading.found(found, 0);
    return found;
  }

  private static Cached version(int version) {
    return new Cached(java.nio.ByteBuffer.allocate(4).putInt(version).array());
  }

  private static int version(Cached cached) {
    return java.nio.ByteBuffer.wrap(cached.item()).getInt();
  }
}
