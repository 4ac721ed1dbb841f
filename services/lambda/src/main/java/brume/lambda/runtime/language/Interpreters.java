package brume.lambda.runtime.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the programs of this host.
///
/// System directories come first: what lies under `/usr` needs no further mount in a sandbox, and
/// version managers put wrapper scripts on the path, which would start another shell each time.
class Interpreters {
  private static final List<Path> SYSTEM = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
  private static final Path USR = Path.of("/usr");
  private static final int PROBE_SECONDS = 10;
  private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)*");
  private static final String PYTHON_FACTS =
      "import sys; print('%d.%d.%d' % sys.version_info[:3]); print(sys.executable);"
          + " print(sys.base_prefix)";
  private static final String NODE_FACTS =
      "console.log(process.versions.node + '\\n' + fs.realpathSync(process.execPath) + '\\n' +"
          + " path.dirname(path.dirname(fs.realpathSync(process.execPath))))";

  /// The program of just this version: `3.13`, `22`.
  Optional<Interpreter> find(Language language, String version) {
    return usual(language, names(language, version))
        .filter(found -> isVersion(found.version(), version));
  }

  /// The one that the host uses when no version is named.
  Optional<Interpreter> usual(Language language) {
    return usual(language, names(language, ""));
  }

  private Optional<Interpreter> usual(Language language, List<String> names) {
    if (language == Language.JAVA) {
      return Optional.of(ownJava());
    }
    return candidates(names).stream()
        .map(program -> inspect(language, program))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isVersion(String version, String wanted) {
    return version.equals(wanted) || version.startsWith(wanted + ".");
  }

  private static List<String> names(Language language, String version) {
    return switch (language) {
      case PYTHON ->
          version.isEmpty() ? List.of("python3") : List.of("python" + version, "python3");
      case NODE ->
          version.isEmpty() ? List.of("node", "nodejs") : List.of("node" + version, "node");
      case JAVA, PROVIDED -> List.of();
    };
  }

  private static List<Path> candidates(List<String> names) {
    var directories = new ArrayList<>(SYSTEM);
    var path = System.getenv("PATH");
    if (path != null) {
      for (var directory : path.split(File.pathSeparator)) {
        directories.add(Path.of(directory));
      }
    }
    return names.stream()
        .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
        .filter(Files::isExecutable)
        .distinct()
        .toList();
  }

  private static Optional<Interpreter> inspect(Language language, Path program) {
    var facts =
        language == Language.PYTHON
            ? run(program, "-S", "-E", "-c", PYTHON_FACTS)
            : run(program, "-e", NODE_FACTS);
    if (facts == null || facts.size() < 3 || !VERSION.matcher(facts.get(0)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Interpreter(
            language, facts.get(0), Path.of(facts.get(1)), outside(Path.of(facts.get(2)))));
  }

  /// Brume's own Java, which is 25 or newer and runs classes of every earlier version.
  private static Interpreter ownJava() {
    var home = Path.of(System.getProperty("java.home"));
    var version = System.getProperty("java.version");
    return new Interpreter(Language.JAVA, version, home.resolve("bin/java"), outside(home));
  }

  private static @Nullable Path outside(Path home) {
    return home.startsWith(USR) ? null : home;
  }

  private static @Nullable List<String> run(Path program, String... arguments) {
    var words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return null;
      }
      return process.exitValue() == 0 ? output.lines().toList() : null;
    } catch (IOException _) {
      return null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
