package brume.dax.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brume.dax.Cloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// AWS's own client for Node.js, whose package is put into `target` once. Without npm it cannot be
/// tried, which is a failure where the environment says `CI`.
class NodeClientTest {
  private static final String PACKAGE = "amazon-dax-client@1.2.10";
  private static final Path HOME = Path.of("target/node").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void readsWritesAndSurvivesARestart() throws Exception {
    boolean isHere = runs("node", "--version") && runs("npm", "--version");
    assumeTrue(isHere || System.getenv("CI") != null, "There is no Node.js with npm here");
    install();
    try (var cloud = new Cloud()) {
      cloud.indexed("Events", "byKind", "user:S", "at:N", "kind:S");
      var url = cloud.cluster("node").clusterDiscoveryEndpoint().url();
      var process = start(cloud, url);
      try (var said = lines(process)) {
        var first = said.readLine();
        if ("restart".equals(first)) {
          cloud.restart();
          process.getOutputStream().write('\n');
          process.getOutputStream().flush();
        }
        var rest = said.lines().toList();
        assertThat(first + String.join("\n", rest)).isEqualTo("restartok");
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Process start(Cloud cloud, String url) throws IOException {
    var script = HOME.resolve("client.js");
    try (var in = NodeClientTest.class.getResourceAsStream("client.js")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    var builder = new ProcessBuilder("node", script.toString());
    builder.environment().put("DAX_URL", url);
    builder.environment().put("KEY_ID", cloud.root.accessKeyId());
    builder.environment().put("SECRET_KEY", cloud.root.secretKey());
    builder.environment().put("AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE", "1");
    builder.environment().put("NODE_NO_WARNINGS", "1");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    if (Files.exists(HOME.resolve("node_modules/amazon-dax-client/package.json"))) {
      return;
    }
    var npm =
        new ProcessBuilder(
                List.of(
                    "npm",
                    "install",
                    "--prefix",
                    HOME.toString(),
                    "--no-audit",
                    "--no-fund",
                    "--no-save",
                    PACKAGE))
            .redirectErrorStream(true)
            .start();
    var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(npm.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(npm.exitValue()).as(said).isZero();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
