package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of sandboxes: nothing.
class CrashTest {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  @Test
  void leavesNothingWhenItIsClosed(@TempDir Path directory) throws IOException {
    var lab = new Lab(directory);
    lab.call(lab.python("def handler(e, c):\n    return 1\n"), "{}");
    lab.call(lab.node("index.mjs", "export const handler = async () => 1;"), "{}");
    var processes = ProcessHandle.current().descendants().toList();

    lab.close();

    Lab.await(
        "the end of all processes", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    long own = ProcessHandle.current().pid();
    Lab.await("the removal of control groups", () -> groups(own).isEmpty());
    assertThat(Files.readString(Path.of("/proc/self/mountinfo")))
        .doesNotContain(directory.toString());
  }

  @Test
  void clearsUpAfterAnInstanceThatWasKilled(@TempDir Path directory) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var victim =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.resolve("victim").toString())
            .redirectErrorStream(true)
            .start();
    try (var output = new BufferedReader(victim.inputReader())) {
      assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
      var processes = victim.descendants().toList();
      assertThat(processes).isNotEmpty();

      victim.destroyForcibly().waitFor();
      new Lab(directory.resolve("victim")).close();

      Lab.await(
          "the end of its functions", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
    Lab.await("the removal of its groups", () -> groups(victim.pid()).isEmpty());
    try (var left = Files.list(directory.resolve("victim/brume/sandboxes"))) {
      assertThat(left.map(path -> path.getFileName().toString())).containsOnly("seccomp.bpf");
    }
  }

  private static List<Path> groups(long pid) {
    try (var hierarchies = Files.newDirectoryStream(CGROUPS, Files::isDirectory)) {
      return Stream.concat(
              Stream.of(CGROUPS),
              java.util.stream.StreamSupport.stream(hierarchies.spliterator(), false))
          .flatMap(hierarchy -> children(hierarchy, "brume-" + pid + "-*"))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Stream<Path> children(Path hierarchy, String glob) {
    try (var groups = Files.newDirectoryStream(hierarchy, glob)) {
      var found = Stream.<Path>builder();
      groups.forEach(found::add);
      return found.build();
    } catch (IOException _) {
      return Stream.empty();
    }
  }
}
