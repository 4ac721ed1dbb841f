package brume.store.full;

import brume.store.Counter;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Store;
import brume.store.StoreUnavailableException;
import brume.store.rocks.RocksSettings;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Fills its small disk, makes room again and goes on. Ends with status 0 when all is well.
///
/// Argument: a directory on a file system of some 64 MB.
final class FullDiskWriter {
  private static final int FILLER_BYTES = 16 * 1024 * 1024;
  private static final int VALUE_BYTES = 60_000;
  private static final long MB = 1024 * 1024;

  /// How long RocksDB may take to find the new room: it looks every five seconds.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Counter COUNT = new Counter(Key.of("count"));

  private FullDiskWriter() {}

  public static void main(String... args) throws IOException {
    var disk = Path.of(args[0]);
    var filler = disk.resolve("filler");
    Files.write(filler, new byte[FILLER_BYTES]);
    var settings = new RocksSettings(8 * MB, 2 * MB, 0);
    long acknowledged;
    try (var store = RocksStore.open(disk.resolve("data"), settings)) {
      long before = appendUntilFull(store);
      check(store, before);
      Files.delete(filler);
      acknowledged = appendAgain(store);
      require(acknowledged == before + 1, "A refused transaction counts");
      check(store, acknowledged);
    }
    try (var store = RocksStore.open(disk.resolve("data"), settings)) {
      check(store, acknowledged);
      append(store);
    }
    System.out.println("filled at " + acknowledged);
  }

  private static long append(Store store) {
    return store.transact(
        COUNT.locks(),
        transaction -> {
          long number = COUNT.add(transaction, 1);
          transaction.put(entry(number), incompressible(number));
          return number;
        });
  }

  private static byte[] incompressible(long seed) {
    var value = new byte[VALUE_BYTES];
    new SplittableRandom(seed).nextBytes(value);
    return value;
  }

  private static long appendUntilFull(Store store) {
    long last = 0;
    try {
      while (last < 1_000_000) {
        last = append(store);
      }
      throw new IllegalStateException("The disk never filled");
    } catch (StoreUnavailableException e) {
      System.out.println(e.getMessage());
      return last;
    }
  }

  /// Tries later, as callers do, until there is room.
  private static long appendAgain(Store store) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return append(store);
      } catch (StoreUnavailableException e) {
        require(System.nanoTime() < end, "Still refused: " + e.getMessage());
        Thread.onSpinWait();
      }
    }
  }

  private static void check(Store store, long expected) {
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(KeyRange.prefix(Key.of("entry").bytes()))) {
      require(COUNT.value(snapshot) == expected, "The count is " + COUNT.value(snapshot));
      long entries = 0;
      while (cursor.next()) {
        entries++;
        require(Arrays.equals(cursor.value(), incompressible(entries)), "Another value");
      }
      require(entries == expected, entries + " entries of " + expected);
    }
  }

  private static byte[] entry(long number) {
    return Key.of("entry").then().number(number).build().bytes();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
