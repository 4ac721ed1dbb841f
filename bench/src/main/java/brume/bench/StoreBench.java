package brume.bench;

import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/// The store alone: durable put, read-modify-write, get and scan.
///
/// Arguments: `keys=N` (there before, 100 000), `seconds=S` (for each line, 2), `dir=D`, `value=B`
/// bytes (256), `only=put,get,…`.
public final class StoreBench {
  private static final List<Integer> WRITERS = List.of(1, 16, 64, 256);
  private static final int SCANNED = 100;
  private static final int FILL_BATCH = 5_000;

  private final Store store;
  private final Options options;
  private final byte[] value;

  private StoreBench(Store store, Options options) {
    this.store = store;
    this.options = options;
    value = new byte[options.number("value", 256)];
    new SplittableRandom(1).nextBytes(value);
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var options = Options.of(args);
    var directory = options.text("dir", "");
    if (!directory.isEmpty()) {
      measure(Path.of(directory), options);
      return;
    }
    var temporary = Files.createTempDirectory("store-bench");
    try {
      measure(temporary, options);
    } finally {
      Directories.delete(temporary);
    }
  }

  private static void measure(Path directory, Options options)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (var store = RocksStore.open(directory)) {
      System.out.printf("open %.0f ms%n", (System.nanoTime() - start) / 1e6);
      var bench = new StoreBench(store, options);
      bench.fill();
      System.out.printf(
          "%-18s %8s %12s %10s %10s %10s%n",
          "", "writers", "per second", "p50 µs", "p99 µs", "cpu µs");
      bench.line("put", (writer, round) -> bench.put(fresh(writer, round)));
      bench.line("put one of keys", (_, _) -> bench.put(bench.existing()));
      bench.line("read-modify-write", (_, _) -> bench.change());
      bench.line("get", (_, _) -> bench.get());
      bench.line("scan " + SCANNED, (_, _) -> bench.scan());
    }
  }

  private void line(String name, Load.Work work) throws InterruptedException {
    if (!options.wanted(name)) {
      return;
    }
    for (int writers : WRITERS) {
      var result = new Load(options.number("seconds", 2)).run(writers, work);
      System.out.printf(
          "%-18s %8d %12.0f %10.0f %10.0f %10.1f%n",
          name, writers, result.perSecond(), result.p50(), result.p99(), result.cpu());
    }
  }

  private void fill() {
    int keys = options.number("keys", 100_000);
    long start = System.nanoTime();
    for (int from = 0; from < keys; from += FILL_BATCH) {
      int first = from;
      store.transact(
          Locks.NONE,
          transaction -> {
            for (int i = first; i < Math.min(first + FILL_BATCH, keys); i++) {
              transaction.put(key(i), value);
            }
            return true;
          });
    }
    System.out.printf("filled with %d keys in %.1f s%n", keys, (System.nanoTime() - start) / 1e9);
  }

  /// Spread over the whole key space, as hashed partition keys are.
  private static byte[] key(long number) {
    return Key.of("000000000000", "us-east-1", "table")
        .then()
        .number(number * 0x9E37_79B9_7F4A_7C15L)
        .build()
        .bytes();
  }

  private byte[] existing() {
    return key(ThreadLocalRandom.current().nextInt(options.number("keys", 100_000)));
  }

  private static byte[] fresh(int writer, int round) {
    return key(1L << 40 | (long) writer << 32 | round);
  }

  private void put(byte[] key) {
    store.transact(
        Locks.of(key),
        transaction -> {
          transaction.put(key, value);
          return true;
        });
  }

  private void change() {
    var key = existing();
    store.transact(
        Locks.of(key),
        transaction -> {
          var old = transaction.get(key);
          transaction.put(key, old == null ? value : old.clone());
          return true;
        });
  }

  private void get() {
    try (var snapshot = store.snapshot()) {
      if (snapshot.get(existing()) == null) {
        throw new IllegalStateException("A key is gone");
      }
    }
  }

  private void scan() {
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(new KeyRange(existing(), new byte[0]))) {
      for (int i = 0; i < SCANNED && cursor.next(); i++) {
        cursor.key();
        cursor.value();
      }
    }
  }
}
