package brume.bench;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Arguments of the form `name=value`.
record Options(Map<String, String> values) {
  /// Begins the names of other servers.
  static final String PEER = "peer.";

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

  /// How many connections are open at the same time, once for each number.
  List<Integer> connections(String otherwise) {
    return Arrays.stream(text("connections", otherwise).split(",", -1))
        .map(Integer::valueOf)
        .toList();
  }

  /// Where the measured Brume is.
  URI brume() {
    return URI.create(text("brume", "http://127.0.0.1:4566"));
  }

  /// Other servers by their names.
  Map<String, URI> peers() {
    var peers = new LinkedHashMap<String, URI>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(PEER)) {
            peers.put(name.substring(PEER.length()), URI.create(value));
          }
        });
    return peers;
  }

  /// Whether `only=` names this line, or is not given.
  boolean wanted(String line) {
    var only = text("only", "");
    return only.isEmpty() || List.of(only.split(",", -1)).contains(line);
  }
}
