package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.StsClient;

/// The contract of `./brume`, which scripts rely on, kept by the script itself.
class LauncherTest {
  private static final Path BUILT = Sources.HOME.resolve("server/target");

  @TempDir Path folder;

  private record Said(int exit, String words) {}

  /// The reactor has just built what the launcher starts, though it leaves alone a jar whose own
  /// classes are as they were. A cache of other jars is of no use any more.
  @BeforeAll
  static void isBuilt() throws IOException {
    Files.setLastModifiedTime(BUILT.resolve("brume-server.jar"), FileTime.from(Instant.now()));
    try (var caches = Files.newDirectoryStream(BUILT, "brume-*.aot")) {
      for (var cache : caches) {
        Files.delete(cache);
      }
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (var data : List.of("one", "two")) {
      brume("down", data);
    }
  }

  @Test
  void startsAsksAndStopsTwoBesideEachOther() throws Exception {
    assertThat(up("one", "--account", "111122223333", "--region", "eu-central-1").exit()).isZero();
    assertThat(up("two", "--ephemeral").exit()).isZero();

    assertThat(brume("env", "one").words())
        .contains("AWS_REGION=eu-central-1", "AWS_ACCESS_KEY_ID=");
    assertThat(account("one")).isEqualTo("111122223333");
    assertThat(account("two")).isEqualTo("000000000000");
    assertThat(brume("env", "two").words()).contains("AWS_REGION=us-east-1");
    assertThat(endpoint("one")).isNotEqualTo(endpoint("two"));
    assertThat(brume("status", "one").exit()).isZero();

    assertThat(brume("down", "one").words()).contains("Stopped.");
    assertThat(brume("status", "one").exit()).isOne();
    assertThat(brume("status", "two").exit()).as("the other runs on").isZero();
  }

  @Test
  void runsOncePerDataDirectory() throws Exception {
    assertThat(up("one").exit()).isZero();
    var again = up("one");
    assertThat(again.exit()).isOne();
    assertThat(again.words()).contains("runs already");
  }

  @Test
  void startsAgainAfterItWasKilled() throws Exception {
    up("one");
    var pid = Long.parseLong(Files.readString(folder.resolve("one/run/pid")).strip());
    var process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    assertThat(brume("status", "one").exit()).isOne();
    assertThat(up("one").exit()).isZero();
    assertThat(brume("status", "one").exit()).isZero();
  }

  @Test
  void tellsHowToUseItWhenItDoesNotKnowTheCommand() throws Exception {
    var said = brume("fly", "one");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.words()).contains("./brume up", "./brume down");
    assertThat(brume("env", "one").words()).contains("does not run on");
  }

  private String endpoint(String data) throws IOException {
    return Files.readString(folder.resolve(data).resolve("run/endpoint"));
  }

  /// As a client says it that knows nothing but the variables of `brume env`.
  private String account(String data) throws Exception {
    var variables = BrumeProcess.read(brume("env", data).words().lines().toList());
    try (var sts = BrumeProcess.client(variables, StsClient.builder())) {
      return sts.getCallerIdentity().account();
    }
  }

  private Said up(String data, String... options) throws Exception {
    var arguments =
        new ArrayList<>(List.of("-d", "--port", "0", "--tls-port", "0", "--without-solutions"));
    arguments.addAll(List.of(options));
    return brume("up", data, arguments.toArray(String[]::new));
  }

  /// What it says goes to a file: a server in the background would keep a pipe open.
  private Said brume(String command, String data, String... options) throws Exception {
    var words = new ArrayList<String>();
    words.add(Sources.HOME.resolve("brume").toString());
    words.addAll(List.of(command, "--data", folder.resolve(data).toString()));
    words.addAll(List.of(options));
    var said = folder.resolve(command + "-" + data + ".txt");
    var process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new Said(process.waitFor(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
