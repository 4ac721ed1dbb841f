package brume.store.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brume.store.Locks;
import brume.store.StoreUnavailableException;
import brume.store.rocks.RocksSettings;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  private static final String MOUNT = "mount -t tmpfs -o size=64m none \"$0\" && exec \"$@\"";

  @TempDir private Path directory;

  /// On a file system of its own, in a mount namespace that ends with the child.
  @Test
  void refusesCleanlyAndGoesOnWhenThereIsRoom() throws Exception {
    assumeTrue(run("unshare", "-Urm", "sh", "-c", MOUNT, directory.toString(), "true").ok());

    var child =
        run(
            "unshare",
            "-Urm",
            "sh",
            "-c",
            MOUNT,
            directory.toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FullDiskWriter.class.getName(),
            directory.toString());

    assertThat(child.output()).contains("filled at");
    assertThat(child.ok()).isTrue();
  }

  @Test
  void leavesTheReserveFreeAndStillReads() {
    var settings = new RocksSettings(1 << 20, 1 << 20, Long.MAX_VALUE);
    try (var store = RocksStore.open(directory, settings)) {
      var key = new byte[] {1};

      assertThatThrownBy(
              () ->
                  store.transact(
                      Locks.of(key),
                      transaction -> {
                        transaction.put(key, key);
                        return true;
                      }))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("bytes left");
      try (var snapshot = store.snapshot()) {
        assertThat(snapshot.get(key)).isNull();
      }
    }
  }

  private record Ended(boolean ok, String output) {}

  private static Ended run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor() == 0, output);
  }
}
