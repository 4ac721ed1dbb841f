package brume.modelgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A service to generate.
///
/// @param service the model's file name without its ending
/// @param operations those that are wanted; none given: all
record Selection(String service, Set<String> operations) {
  static Selection all(String service) {
    return new Selection(service, Set.of());
  }

  /// One service a line, the operations behind it; lines that begin with `#` are comments.
  static List<Selection> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Selection::parse)
        .toList();
  }

  private static Selection parse(String line) {
    var words = Arrays.asList(line.split("\\s+"));
    return new Selection(words.getFirst(), new TreeSet<>(words.subList(1, words.size())));
  }

  boolean wants(String operation) {
    return operations.isEmpty() || operations.contains(operation);
  }
}
