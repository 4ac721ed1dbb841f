package brume.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Arguments of the form `name=value`.
record Options(Map<String, String> values) {
  static Options of(String... args) {
    return new Options(
        Arrays.stream(args)
            .map(arg -> arg.split("=", 2))
            .collect(
                Collectors.toMap(parts -> parts[0], parts -> parts.length < 2 ? "" : parts[1])));
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, String.valueOf(otherwise)));
  }

  /// Whether `only=` names this line, or is not given.
  boolean wanted(String line) {
    var only = text("only", "");
    return only.isEmpty() || List.of(only.split(",", -1)).contains(line);
  }
}
