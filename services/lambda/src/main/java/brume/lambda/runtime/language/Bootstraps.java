package brume.lambda.runtime.language;

import brume.lambda.runtime.Credentials;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.sandbox.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// How functions of each language are started.
public final class Bootstraps {
  private final Path directory;

  private Bootstraps(Path directory) {
    this.directory = directory;
  }

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

  /// The program and its environment, for a function at the given place.
  public Plan.Command command(
      FunctionSpec function,
      Interpreter interpreter,
      Credentials credentials,
      String logStream,
      Plan.Place place) {
    return new Plan.Command(
        words(interpreter, place),
        Variables.of(function, interpreter, credentials, logStream, place));
  }

  private static List<String> words(Interpreter interpreter, Plan.Place place) {
    var program = interpreter.program().toString();
    var runtime = place.layout().runtime();
    return switch (interpreter.language()) {
      case PYTHON -> List.of(program, "-S", runtime + "/bootstrap.py");
      case NODE -> List.of(program, runtime + "/bootstrap.cjs");
      case PROVIDED -> List.of(place.layout().task() + "/bootstrap");
      case JAVA -> throw new UnsupportedOperationException("Java");
    };
  }
}
