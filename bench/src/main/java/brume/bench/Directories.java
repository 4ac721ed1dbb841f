package brume.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where a bench leaves its files while it runs.
final class Directories {
  private Directories() {}

  static void delete(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
