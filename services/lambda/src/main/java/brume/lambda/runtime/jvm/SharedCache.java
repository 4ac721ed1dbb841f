package brume.lambda.runtime.jvm;

import brume.lambda.runtime.Limits;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The AOT cache of what all Java functions have in common.
///
/// It is made once for each JDK and each version of Brume's jars, in the background when the first
/// Java function starts; functions that start before it is there do without. The function's own
/// jars come behind on the class path, which the JDK accepts.
final class SharedCache implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SharedCache.class.getName());
  private static final String PREFIX = "shared-";
  private static final String SUFFIX = ".aot";
  private static final String MAIN = "brume.lambda.java.Bootstrap";
  private static final String HANDLER = "brume.lambda.java.Rehearsal";
  private static final int UID = 99_999;
  private static final int MEMORY_MB = 1024;
  private static final int TMP_MB = 512;
  private static final List<String> EVENTS =
      List.of("{}", "{\"a\":[1,2.5,true,null,\"b\"]}", "{\"c\":{\"d\":{}}}");

  private final Launcher launcher;
  private final Java java;
  private final Path directory;
  private final Path file;
  private final String fingerprint;
  private final Thread maker = Thread.ofVirtual().name("aot-cache").unstarted(this::make);
  private volatile boolean made;

  /// @param runtimes what functions see at `/var/runtime`
  /// @param program `java`
  /// @param home a directory outside `/usr` that it needs
  /// @param empty a directory without code
  record Java(Path runtimes, Path program, @Nullable Path home, Path empty) {}

  private SharedCache(Launcher launcher, Java java) throws IOException {
    this.launcher = launcher;
    this.java = java;
    directory = java.runtimes.resolve(ClassPath.DIRECTORY);
    fingerprint = fingerprint(java.program, directory);
    file = directory.resolve(PREFIX + fingerprint + SUFFIX);
    made = Files.exists(file);
  }

  /// Begins to make the cache when it is not there.
  static SharedCache open(Launcher launcher, Java java) throws IOException {
    var cache = new SharedCache(launcher, java);
    if (!cache.made) {
      cache.maker.start();
    }
    return cache;
  }

  /// Its path below the directory of the runtimes; null as long as there is none.
  @Nullable String name() {
    return made ? ClassPath.DIRECTORY + "/" + file.getFileName() : null;
  }

  /// Of everything that any cache of this Java depends on.
  String fingerprint() {
    return fingerprint;
  }

  private void make() {
    var fresh = directory.resolve("unfinished");
    try {
      Files.deleteIfExists(fresh);
      try (var old = Files.newDirectoryStream(directory, PREFIX + "*")) {
        for (var path : old) {
          Files.delete(path);
        }
      }
      try {
        new Recording(launcher, plan(), EVENTS, null).run(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      made = true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "There is no AOT cache for Java functions", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Plan plan() {
    return new Plan(
        "aot-cache",
        UID,
        java.empty,
        null,
        java.runtimes,
        null,
        java.home,
        this::command,
        MEMORY_MB,
        TMP_MB,
        Set.of(),
        Limits.PROCESSES);
  }

  private Plan.Command command(Plan.Place place) {
    var layout = place.layout();
    var words = new ArrayList<>(List.of(java.program.toString()));
    words.addAll(JvmOptions.DEFAULT.flags(MEMORY_MB, layout, null));
    words.addAll(List.of("-cp", ClassPath.shared(layout), MAIN));
    return new Plan.Command(
        words,
        Map.of(
            "PATH",
            "/usr/bin:/bin",
            "AWS_LAMBDA_RUNTIME_API",
            place.runtimeApi(),
            "LAMBDA_TASK_ROOT",
            layout.task(),
            "_HANDLER",
            HANDLER));
  }

  private static String fingerprint(Path program, Path jars) throws IOException {
    var fingerprint = new Fingerprint();
    var release = program.resolveSibling("../../release").normalize();
    fingerprint.add(Files.exists(release) ? Files.readAllBytes(release) : new byte[0]);
    fingerprint.add(program.toString().getBytes(StandardCharsets.UTF_8));
    for (var jar : ClassPath.OWN_JARS) {
      fingerprint.add(Files.readAllBytes(jars.resolve(jar)));
    }
    return fingerprint.text();
  }

  /// Waits until it is there or will not be.
  void await() throws InterruptedException {
    maker.join();
  }

  /// Gives up making it.
  @Override
  public void close() {
    maker.interrupt();
    try {
      if (maker.getState() != Thread.State.NEW) {
        maker.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
