package brume.lambda.runtime.language;

import brume.lambda.runtime.Credentials;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.jvm.ClassPath;
import brume.lambda.runtime.jvm.JavaClasses;
import brume.lambda.runtime.jvm.JvmOptions;
import brume.lambda.runtime.sandbox.Layout;
import brume.lambda.runtime.sandbox.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How functions of each language are started.
public final class Bootstraps {
  private static final String JAVA_MAIN = "brume.lambda.java.Bootstrap";
  private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  private final Path directory;

  private Bootstraps(Path directory) {
    this.directory = directory;
  }

  /// What one environment runs.
  ///
  /// @param layers the function's, on the host; null when it has none
  /// @param logStream as announced to the function
  public record Subject(
      FunctionSpec function,
      Interpreter interpreter,
      @Nullable Path layers,
      Credentials credentials,
      String logStream) {}

  /// Writes the bootstraps below `directory`.
  public static Bootstraps write(Path directory) {
    try {
      RuntimeFiles.write(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bootstraps(directory);
  }

  /// What functions see at `/var/runtime`.
  public Path directory() {
    return directory;
  }

  /// A readable directory without anything in it.
  public Path empty() {
    return directory.resolve("empty");
  }

  /// The program and its environment, for a function at the given place.
  ///
  /// @param classes where the JVM gets its classes from, for Java
  public Plan.Command command(Subject subject, JavaClasses classes, Plan.Place place) {
    var words = new ArrayList<String>();
    var wrapper = subject.function().variables().get(WRAPPER);
    if (wrapper != null && subject.interpreter().language() != Language.PROVIDED) {
      words.add(wrapper);
    }
    words.addAll(words(subject, classes, place.layout()));
    return new Plan.Command(words, Variables.of(subject, place));
  }

  private static List<String> words(Subject subject, JavaClasses classes, Layout layout) {
    var program = subject.interpreter().program().toString();
    var runtime = layout.runtime();
    return switch (subject.interpreter().language()) {
      case PYTHON -> List.of(program, "-S", runtime + "/bootstrap.py");
      case NODE -> List.of(program, runtime + "/bootstrap.cjs");
      case PROVIDED -> List.of(layout.task() + "/bootstrap");
      case JAVA -> java(subject, classes, layout);
    };
  }

  private static List<String> java(Subject subject, JavaClasses classes, Layout layout) {
    var function = subject.function();
    var words = new ArrayList<>(List.of(subject.interpreter().program().toString()));
    words.addAll(JvmOptions.of(function).flags(function.memoryMb(), layout, classes.cache(layout)));
    words.addAll(List.of("-cp", ClassPath.of(function.code(), subject.layers(), classes, layout)));
    words.add(JAVA_MAIN);
    return words;
  }
}
