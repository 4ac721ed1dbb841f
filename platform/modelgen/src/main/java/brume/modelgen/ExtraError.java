package brume.modelgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An error that a service answers and its model leaves out, or knows without code and status.
///
/// @param name of the shape, or a name of the same form
/// @param code as the wire spells it
record ExtraError(String name, String code, int status) {
  /// Lines of `name,code,status`; those that begin with `#` are comments. No file: no errors.
  static List<ExtraError> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> parse(line, file))
            .toList()
        : List.of();
  }

  private static ExtraError parse(String line, Path file) {
    var fields = line.strip().split("\\s*,\\s*");
    if (fields.length != 3 || !fields[2].matches("[345]\\d\\d")) {
      throw new IllegalArgumentException(file + ": not `name,code,status`: " + line);
    }
    return new ExtraError(fields[0], fields[1], Integer.parseInt(fields[2]));
  }
}
