package brume.s3.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that puts objects, again and again: what it acknowledged is there, whole, and
/// what it left behind is swept away.
///
/// `-Dbrume.crash.rounds=500` asks for more rounds, `-Dbrume.crash.seed=…` for other moments.
class ObjectCrashTest {
  private static final int ROUNDS = Integer.getInteger("brume.crash.rounds", 3);
  private static final long SEED = Long.getLong("brume.crash.seed", 1);
  private static final int MOST_ACKNOWLEDGEMENTS = 600;

  /// What a process killed by SIGKILL ends with.
  private static final int KILLED = 128 + 9;

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedIsWholeAndNothingElseRemains() throws Exception {
    var random = new SplittableRandom(SEED);
    var last = new long[Objects.WRITERS];
    for (int round = 0; round < ROUNDS; round++) {
      writeUntilKilled(last, 100 + random.nextInt(MOST_ACKNOWLEDGEMENTS));
      try (var objects = new Objects(directory)) {
        int large = 0;
        for (int writer = 0; writer < Objects.WRITERS; writer++) {
          last[writer] = check(objects, writer, last[writer]);
          for (int i = 0; i < Objects.KEYS && i < last[writer]; i++) {
            large += Objects.isLarge(last[writer] - i) ? 1 : 0;
          }
        }
        assertThat(objects.sweep()).hasSize(large);
      }
    }
  }

  /// The number of the newest object: the last that was acknowledged, or the one behind it. Each
  /// key has the newest of its own.
  private static long check(Objects objects, int writer, long acknowledged) throws IOException {
    long newest = 0;
    for (int key = 0; key < Objects.KEYS; key++) {
      newest = Math.max(newest, objects.read(writer, key));
    }
    assertThat(newest).as("of " + writer).isBetween(acknowledged, acknowledged + 1);
    for (int i = 0; i < Objects.KEYS && i < newest; i++) {
      assertThat(objects.read(writer, newest - i)).isEqualTo(newest - i);
    }
    return newest;
  }

  /// @param last the number of the last acknowledged object of each writer, which it brings up to
  ///   date
  private void writeUntilKilled(long[] last, int acknowledgements) throws Exception {
    var child = start(last);
    try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
      for (int i = 0; i < acknowledgements; i++) {
        read(in, last);
      }
      // what is in the pipe by then still counts, so not by the process, which closes it
      child.toHandle().destroyForcibly();
      while (true) {
        read(in, last);
      }
    } catch (EOFException _) {
      assertThat(child.waitFor()).as("killed").isEqualTo(KILLED);
    } finally {
      child.destroyForcibly();
    }
  }

  private static void read(DataInputStream in, long[] last) throws IOException {
    long both = in.readLong();
    int writer = (int) (both % Objects.WRITERS);
    last[writer] = Math.max(last[writer], both / Objects.WRITERS);
  }

  private Process start(long[] last) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ObjectWriter.class.getName(),
                directory.toString()));
    Arrays.stream(last).mapToObj(number -> Long.toString(number + 1)).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
