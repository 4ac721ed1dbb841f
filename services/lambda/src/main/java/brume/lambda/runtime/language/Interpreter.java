package brume.lambda.runtime.language;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A language as this host has it.
///
/// @param version as the program tells it, such as `3.11.2`
/// @param program the executable, never a wrapper script
/// @param home a directory outside `/usr` that the program needs
public record Interpreter(Language language, String version, Path program, @Nullable Path home) {

  /// The package's own executable, which needs nothing of the host.
  static Interpreter ofPackage() {
    return new Interpreter(Language.PROVIDED, "", Path.of("bootstrap"), null);
  }
}
