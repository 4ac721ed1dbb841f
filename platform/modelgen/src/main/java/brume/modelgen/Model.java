package brume.modelgen;

import brume.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service model: its operations and the shapes that they use, by name.
///
/// @param id the file's name without its ending
/// @param structures the names of the shapes that become records, in the order of their table ids
/// @param plainShapes the names of all other shapes
/// @param extraErrors errors that the service answers and its model does not list
record Model(
    String id,
    Node metadata,
    Map<String, Node> operations,
    Map<String, Node> shapes,
    List<String> structures,
    List<String> plainShapes,
    List<ExtraError> extraErrors) {
  record ExtraError(String name, String code, int status) {}

  /// Reads `<id>.json` and, where there is one, `errors/<id>.csv`. With `only` not empty, all other
  /// operations are left out.
  static Model read(Path folder, String id, Set<String> only) throws IOException {
    var root = Node.of(Json.parse(Files.readString(folder.resolve(id + ".json"))));
    var operations = new LinkedHashMap<String, Node>();
    root.node("operations")
        .fields()
        .forEach(
            (name, node) -> {
              if (only.isEmpty() || only.contains(name)) {
                operations.put(name, Node.of(node));
              }
            });
    var shapes = new LinkedHashMap<String, Node>();
    root.node("shapes").fields().forEach((name, node) -> shapes.put(name, Node.of(node)));
    for (var entry : operations.entrySet()) {
      nameMissing(entry.getKey(), entry.getValue(), shapes);
    }
    return new Model(
        id,
        root.node("metadata"),
        operations,
        shapes,
        reachable(operations, shapes),
        plain(shapes),
        extraErrors(folder.resolve("errors").resolve(id + ".csv")));
  }

  /// Operations without input or output get empty structures, so that all have the same form.
  private static void nameMissing(String name, Node operation, Map<String, Node> shapes) {
    if (!operation.has("input")) {
      shapes.put(inputName(name, operation), Node.of(Json.object("type", Json.of("structure"))));
    }
    if (!operation.has("output")) {
      shapes.put(outputName(name, operation), Node.of(Json.object("type", Json.of("structure"))));
    }
  }

  static String inputName(String operation, Node node) {
    return node.node("input").text("shape", operation + "Request");
  }

  static String outputName(String operation, Node node) {
    return node.node("output").text("shape", operation + "Response");
  }

  private static List<String> reachable(Map<String, Node> operations, Map<String, Node> shapes) {
    var found = new LinkedHashSet<String>();
    for (var entry : operations.entrySet()) {
      collect(inputName(entry.getKey(), entry.getValue()), shapes, found);
      collect(outputName(entry.getKey(), entry.getValue()), shapes, found);
    }
    shapes.forEach(
        (name, shape) -> {
          if (shape.flag("exception")) {
            collect(name, shapes, found);
          }
        });
    var structures = new ArrayList<String>();
    for (var name : found) {
      var shape = shapes.get(name);
      if (shape != null && "structure".equals(shape.text("type")) && !isOpaque(shape)) {
        structures.add(name);
      }
    }
    return structures;
  }

  private static void collect(String name, Map<String, Node> shapes, Set<String> found) {
    var shape = shapes.get(name);
    if (shape == null || !found.add(name)) {
      return;
    }
    for (var member : shape.node("members").fields().values()) {
      collect(Node.of(member).text("shape", ""), shapes, found);
    }
    for (var part : List.of("member", "key", "value")) {
      if (shape.has(part)) {
        collect(shape.node(part).text("shape", ""), shapes, found);
      }
    }
  }

  /// Documents and event streams are not records.
  static boolean isOpaque(Node shape) {
    return shape.flag("document") || shape.flag("eventstream");
  }

  private static List<ExtraError> extraErrors(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var errors = new ArrayList<ExtraError>();
    for (var line : Files.readAllLines(file)) {
      var fields = line.split(",");
      if (fields.length == 3 && !line.startsWith("#")) {
        errors.add(
            new ExtraError(
                fields[0].strip(), fields[1].strip(), Integer.parseInt(fields[2].strip())));
      }
    }
    return errors;
  }

  /// The names of the shapes that do not become records, in the order of the model.
  private static List<String> plain(Map<String, Node> shapes) {
    return shapes.entrySet().stream()
        .filter(e -> !"structure".equals(e.getValue().text("type")) || isOpaque(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Node shape(String name) {
    var shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalArgumentException(id + " has no shape " + name);
    }
    return shape;
  }

  String packageName() {
    return "brume.model." + id.replaceAll("[^a-z0-9]", "");
  }

  /// `Sqs` for `SqsModel` and `SqsError`.
  String stem() {
    return Names.stem(metadata.text("serviceId", id));
  }
}
