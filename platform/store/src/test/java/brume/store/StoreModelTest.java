package brume.store;

import static org.assertj.core.api.Assertions.assertThat;

import brume.store.Reader.Direction;
import brume.store.memory.MemoryStore;
import brume.store.rocks.RocksStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every store against a sorted map, with random operations that a seed repeats.
class StoreModelTest {
  private static final int TRANSACTIONS = 150;
  private static final int OPERATIONS = 12;
  private static final HexFormat HEX = HexFormat.of();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inMemory(long seed) {
    try (var store = MemoryStore.open()) {
      new Run(store, seed).play();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void onDiskAndReopened(long seed) {
    var model = new Run(open(), seed).playAndClose();
    try (var store = open();
        var snapshot = store.snapshot()) {
      var all = new KeyRange(new byte[0], new byte[0]);
      assertThat(Run.entries(snapshot, all, Direction.FORWARD))
          .isEqualTo(Run.expected(model, all, Direction.FORWARD));
    }
  }

  private Store open() {
    return RocksStore.open(directory);
  }

  private static final class Run {
    private final Store store;
    private final SplittableRandom random;
    private NavigableMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);

    private Run(Store store, long seed) {
      this.store = store;
      random = new SplittableRandom(seed);
    }

    private NavigableMap<byte[], byte[]> playAndClose() {
      try (store) {
        play();
      }
      return model;
    }

    private void play() {
      for (int i = 0; i < TRANSACTIONS; i++) {
        try (var before = store.snapshot()) {
          var then = model;
          transact();
          var range = range();
          var direction = direction();
          assertThat(entries(before, range, direction)).isEqualTo(expected(then, range, direction));
          var key = key();
          assertThat(store.get(key)).isEqualTo(model.get(key));
        }
      }
    }

    /// One in eight transactions fails at its end, and so changes nothing.
    private void transact() {
      var changed = new TreeMap<>(model);
      boolean fails = random.nextInt(8) == 0;
      try {
        store.transact(
            Locks.NONE,
            transaction -> {
              for (int i = random.nextInt(OPERATIONS); i >= 0; i--) {
                operate(transaction, changed);
              }
              if (fails) {
                throw new ArithmeticException();
              }
              return true;
            });
        model = changed;
      } catch (ArithmeticException _) {
        assertThat(fails).isTrue();
      }
    }

    private void operate(Transaction transaction, NavigableMap<byte[], byte[]> changed) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> {
          var key = key();
          var value = bytes(40);
          transaction.put(key, value);
          changed.put(key, value);
        }
        case 3 -> {
          var key = key();
          transaction.delete(key);
          changed.remove(key);
        }
        case 4 -> {
          var key = key();
          assertThat(transaction.get(key)).isEqualTo(changed.get(key));
        }
        default -> {
          var range = range();
          var direction = direction();
          assertThat(entries(transaction, range, direction))
              .isEqualTo(expected(changed, range, direction));
        }
      }
    }

    /// Short keys of few different bytes, so that operations meet.
    private byte[] key() {
      var key = bytes(3);
      for (int i = 0; i < key.length; i++) {
        key[i] = (byte) (0x40 * (key[i] & 3));
      }
      return key;
    }

    private byte[] bytes(int most) {
      var bytes = new byte[random.nextInt(most + 1)];
      random.nextBytes(bytes);
      return bytes;
    }

    private KeyRange range() {
      return random.nextInt(4) == 0 ? KeyRange.prefix(key()) : new KeyRange(key(), key());
    }

    private Direction direction() {
      return random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    }

    private static List<String> entries(Reader reader, KeyRange range, Direction direction) {
      var entries = new ArrayList<String>();
      try (var cursor = reader.scan(range, direction)) {
        while (cursor.next()) {
          entries.add(entry(cursor.key(), cursor.value()));
        }
      }
      return entries;
    }

    private static List<String> expected(
        NavigableMap<byte[], byte[]> model, KeyRange range, Direction direction) {
      var entries = new ArrayList<String>();
      model.forEach(
          (key, value) -> {
            boolean before = range.to().length > 0 && Arrays.compareUnsigned(key, range.to()) >= 0;
            if (Arrays.compareUnsigned(key, range.from()) >= 0 && !before) {
              entries.add(entry(key, value));
            }
          });
      return direction == Direction.FORWARD ? entries : entries.reversed();
    }

    private static String entry(byte[] key, byte[] value) {
      return HEX.formatHex(key) + "=" + HEX.formatHex(value);
    }
  }
}
