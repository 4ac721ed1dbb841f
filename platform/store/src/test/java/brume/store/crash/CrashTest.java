package brume.store.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.store.rocks.RocksStore;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that writes, again and again: what it acknowledged is there, and nothing by
/// half.
///
/// `-Dbrume.crash.rounds=500` asks for more rounds, `-Dbrume.crash.seed=…` for other moments.
class CrashTest {
  static final int WRITER_BITS = 9;

  private static final int ROUNDS = Integer.getInteger("brume.crash.rounds", 25);
  private static final long SEED = Long.getLong("brume.crash.seed", 1);
  private static final int WRITERS = 64;
  private static final int MOST_ACKNOWLEDGEMENTS = 3_000;

  @TempDir private Path directory;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
    var random = new SplittableRandom(SEED);
    var ledger = new CrashLedger(WRITERS);
    for (int round = 0; round < ROUNDS; round++) {
      var acknowledged = writeUntilKilled(1 + random.nextInt(MOST_ACKNOWLEDGEMENTS));

      try (var store = RocksStore.open(directory);
          var snapshot = store.snapshot()) {
        ledger.check(snapshot, acknowledged);
      }
    }
  }

  @Test
  void theCheckSeesWhatIsMissing() {
    var ledger = new CrashLedger(2);
    try (var store = RocksStore.open(directory)) {
      ledger.append(store, 0);
      ledger.append(store, 1);
      try (var snapshot = store.snapshot()) {
        var counts = ledger.counts(snapshot);
        ledger.check(snapshot, counts);
        counts[1]++;
        assertThatThrownBy(() -> ledger.check(snapshot, counts)).hasMessageContaining("writer 1");
      }
    }
  }

  /// The number of the last acknowledged transaction of each writer.
  private long[] writeUntilKilled(int acknowledgements) throws IOException, InterruptedException {
    var child = start();
    var last = new long[WRITERS];
    try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
      for (int i = 0; i < acknowledgements; i++) {
        read(in, last);
      }
      // SIGKILL; what is in the pipe by then still counts, so not by the process, which closes it.
      child.toHandle().destroyForcibly();
      while (true) {
        read(in, last);
      }
    } catch (EOFException _) {
      assertThat(child.waitFor()).as("killed").isEqualTo(128 + 9);
      return last;
    } finally {
      child.destroyForcibly();
    }
  }

  private static void read(DataInputStream in, long[] last) throws IOException {
    long both = in.readLong();
    int writer = (int) (both & (1 << WRITER_BITS) - 1);
    last[writer] = Math.max(last[writer], both >>> WRITER_BITS);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            directory.toString(),
            String.valueOf(WRITERS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
