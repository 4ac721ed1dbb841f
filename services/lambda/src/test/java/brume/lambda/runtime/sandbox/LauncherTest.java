package brume.lambda.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs run on every kind of host, with what protection it gives.
class LauncherTest {
  private static final String REFUSED = "refused for this test";

  @TempDir Path directory;
  private Path code;
  private Path runtime;
  private final Host host = Host.probe();

  @BeforeEach
  void prepare() throws IOException {
    // Where no mount namespace hides it, other users must be able to come here.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    code = Files.createDirectory(directory.resolve("code"));
    runtime = Files.createDirectories(directory.resolve("runtime"));
    for (var name : List.of("etc/ssl", "etc/alternatives")) {
      Files.createDirectories(runtime.resolve(name));
    }
    Files.writeString(code.resolve("data"), "of the function");
  }

  @AfterEach
  void release() {
    host.groups().release();
  }

  private record Result(int status, String output) {}

  private Result run(Host host, String script) throws Exception {
    var launcher = Launcher.open(host, directory.resolve("work"), 4566);
    var output = new ByteArrayOutputStream();
    var plan =
        new Plan(
            "test",
            100_000,
            code,
            null,
            runtime,
            null,
            null,
            place -> command(place, script),
            128,
            16,
            Set.of(),
            64);
    var sandbox = launcher.launch(plan, output::writeBytes);
    try {
      var exit = sandbox.exit().get(60, TimeUnit.SECONDS);
      return new Result(exit.status(), output.toString(java.nio.charset.StandardCharsets.UTF_8));
    } finally {
      sandbox.kill();
    }
  }

  private static Plan.Command command(Plan.Place place, String script) {
    return new Plan.Command(
        List.of("/bin/sh", "-c", script),
        Map.of(
            "TASK", place.layout().task(), "TMP", place.layout().tmp(), "PATH", "/usr/bin:/bin"));
  }

  private Host lacking(boolean bubblewrap, boolean namespaces, boolean root) {
    return new Host(
        host.setpriv(),
        host.root() && !root,
        bubblewrap ? REFUSED : host.bubblewrap(),
        namespaces ? REFUSED : host.namespaces(),
        host.groups(),
        host.seccomp());
  }

  private static final String PROBE =
      "cat $TASK/data && echo x > $TMP/file && cat $TMP/file && exit 5";

  private void check(Host host) throws Exception {
    assertThat(run(host, PROBE)).isEqualTo(new Result(5, "of the functionx\n"));
  }

  @Test
  void runsProgramsWithAllThatThisHostGives() throws Exception {
    check(host);
  }

  @Test
  void runsProgramsWithoutBubblewrap() throws Exception {
    check(lacking(true, false, false));
  }

  @Test
  void runsProgramsWithoutNamespaces() throws Exception {
    check(lacking(false, true, false));
  }

  @Test
  void runsProgramsWithoutAnyOfThem() throws Exception {
    check(lacking(true, true, false));
  }

  @Test
  void runsProgramsAsTheSameUser() throws Exception {
    check(lacking(true, true, true));
  }

  @Test
  void leavesNoDirectoryBehind() throws Exception {
    run(lacking(true, true, false), "echo x > $TMP/file");

    try (var left = Files.list(directory.resolve("work"))) {
      assertThat(left.map(path -> path.getFileName().toString())).doesNotContain("test");
    }
  }

  @Test
  void saysWhichProtectionsAreMissing() {
    var missing =
        lacking(true, true, true).protections().stream().filter(p -> !p.present()).toList();

    assertThat(missing)
        .contains(
            new Protection("own processes, files and mounts", false, REFUSED),
            new Protection("own network: only Brume is reachable", false, REFUSED),
            new Protection(
                "system-call filter", false, "only bubblewrap can install it: " + REFUSED),
            new Protection("size limit of /tmp", false, REFUSED))
        .anyMatch(p -> p.name().equals("user id per function") && p.detail().contains("same user"));
  }

  @Test
  void killsWhatWasFrozen() throws Exception {
    assumeThat(host.groups().lack()).as("control groups").isNull();
    var launcher = Launcher.open(host, directory.resolve("work"), 4566);
    var plan =
        new Plan(
            "frozen",
            100_000,
            code,
            null,
            runtime,
            null,
            null,
            place -> command(place, "sleep 600"),
            128,
            16,
            Set.of(),
            64);
    var sandbox = launcher.launch(plan, _ -> {});
    sandbox.freeze();

    sandbox.kill();

    assertThat(sandbox.exit().get(60, TimeUnit.SECONDS).status()).isEqualTo(137);
  }
}
