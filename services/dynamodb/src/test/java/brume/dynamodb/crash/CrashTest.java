package brume.dynamodb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.store.rocks.RocksStore;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that writes transactions to a table with indexes and a stream, one of the
/// indexes being filled meanwhile: what it acknowledged is there, and indexes, stream and replica
/// say the same.
///
/// `-Dbrume.crash.rounds=500` asks for more rounds, `-Dbrume.crash.seed=…` for other moments.
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("brume.crash.rounds", 4);
  private static final long SEED = Long.getLong("brume.crash.seed", 1);
  private static final int WRITERS = 16;
  private static final int MOST_ACKNOWLEDGEMENTS = 800;

  @TempDir private Path directory;

  @Test
  void indexesAndStreamsSayWhatTheTableSays() throws Exception {
    var random = new SplittableRandom(SEED);
    try (var store = RocksStore.open(directory)) {
      new Ledger(new Local(store)).create();
    }
    for (int round = 0; round < ROUNDS; round++) {
      var acknowledged = writeUntilKilled(1 + random.nextInt(MOST_ACKNOWLEDGEMENTS), round);
      try (var store = RocksStore.open(directory)) {
        new Ledger(new Local(store)).check(acknowledged);
      }
    }
  }

  /// The number of the last acknowledged transaction of each writer.
  private int[] writeUntilKilled(int acknowledgements, int round)
      throws IOException, InterruptedException {
    var child = start(round);
    var last = new int[WRITERS];
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

  private static void read(DataInputStream in, int[] last) throws IOException {
    long both = in.readLong();
    last[(int) both] = (int) (both >>> Integer.SIZE);
  }

  private Process start(int round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            directory.toString(),
            String.valueOf(WRITERS),
            "added" + round)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
