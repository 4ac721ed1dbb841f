package brume.modelgen;

import brume.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service model: its operations and the shapes that they use, by name.
///
/// @param id the file's name without its ending
/// @param structures the names of the shapes that become records, in the order of their table ids
/// @param plainShapes the names of the simple shapes, lists and maps
/// @param extraErrors errors that the service answers and its model does not list
record Model(
    String id,
    Node metadata,
    Map<String, Node> operations,
    Map<String, Node> shapes,
    List<String> structures,
    List<String> plainShapes,
    List<ExtraError> extraErrors) {

  /// Reads `<id>.json` and, where there is one, `errors/<id>.csv`.
  ///
  /// Throws [IllegalArgumentException] when an operation is selected that the model does not have.
  static Model read(Path folder, Selection selection) throws IOException {
    var id = selection.service();
    var root = Node.of(Json.parse(Files.readString(folder.resolve(id + ".json"))));
    var operations = operations(root, selection);
    var shapes = new LinkedHashMap<String, Node>();
    root.node("shapes").fields().forEach((name, node) -> shapes.put(name, Node.of(node)));
    operations.forEach((name, node) -> nameMissing(name, node, shapes));
    var used = reachable(operations, shapes);
    return new Model(
        id,
        root.node("metadata"),
        operations,
        shapes,
        names(used, true),
        names(used, false),
        ExtraError.read(folder.resolve("errors").resolve(id + ".csv")));
  }

  /// Lists and maps come last: the constant of one refers to those of the simple shapes in it,
  /// which must have been initialised.
  private static List<String> names(Map<String, Node> shapes, boolean records) {
    return shapes.entrySet().stream()
        .filter(entry -> isRecord(entry.getValue()) == records)
        .sorted(Comparator.comparing(entry -> isCollection(entry.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Node> operations(Node root, Selection selection) {
    var all = root.node("operations");
    for (var wanted : selection.operations()) {
      if (!all.has(wanted)) {
        throw new IllegalArgumentException(selection.service() + " has no operation " + wanted);
      }
    }
    var operations = new LinkedHashMap<String, Node>();
    all.fields()
        .forEach(
            (name, node) -> {
              if (selection.wants(name) && !isReplaced(Node.of(node), root)) {
                operations.put(name, Node.of(node));
              }
            });
    return operations;
  }

  /// Whether an old operation has a successor that is called in the same way, so that no request
  /// could tell which of them it is for. Only REST protocols name operations by method and path.
  private static boolean isReplaced(Node operation, Node root) {
    var http = operation.json().get("http");
    return http != null
        && protocols(root.node("metadata")).stream().allMatch(name -> name.startsWith("rest"))
        && operation.flag("deprecated")
        && root.node("operations").fields().values().stream()
            .map(Node::of)
            .anyMatch(other -> !other.flag("deprecated") && http.equals(other.json().get("http")));
  }

  /// The protocols that a service speaks, as botocore names them.
  static List<String> protocols(Node metadata) {
    var names = metadata.texts("protocols");
    return names.isEmpty() ? List.of(metadata.text("protocol", "")) : names;
  }

  /// Operations without input or output get empty structures, so that all have the same form.
  private static void nameMissing(String name, Node operation, Map<String, Node> shapes) {
    var nothing = Node.of(Json.object("type", Json.of("structure")));
    shapes.putIfAbsent(inputName(name, operation), nothing);
    shapes.putIfAbsent(outputName(name, operation), nothing);
  }

  static String inputName(String operation, Node node) {
    return node.node("input").text("shape", operation + "Request");
  }

  static String outputName(String operation, Node node) {
    return node.node("output").text("shape", operation + "Response");
  }

  private static Map<String, Node> reachable(
      Map<String, Node> operations, Map<String, Node> shapes) {
    var found = new LinkedHashMap<String, Node>();
    operations.forEach(
        (name, operation) -> {
          collect(inputName(name, operation), shapes, found);
          collect(outputName(name, operation), shapes, found);
        });
    shapes.forEach(
        (name, shape) -> {
          if (shape.flag("exception")) {
            collect(name, shapes, found);
          }
        });
    return found;
  }

  private static void collect(String name, Map<String, Node> shapes, Map<String, Node> found) {
    var shape = shapes.get(name);
    if (shape == null || found.putIfAbsent(name, shape) != null) {
      return;
    }
    for (var member : shape.node("members").fields().values()) {
      collect(Node.of(member).text("shape", ""), shapes, found);
    }
    for (var part : List.of("member", "key", "value")) {
      collect(shape.node(part).text("shape", ""), shapes, found);
    }
  }

  /// A document is any JSON value, whatever its model says of its type.
  private static boolean isRecord(Node shape) {
    return "structure".equals(shape.text("type")) && !shape.flag("document");
  }

  boolean isRecord(String name) {
    return isRecord(shape(name));
  }

  boolean isCollection(String name) {
    return isCollection(shape(name));
  }

  private static boolean isCollection(Node shape) {
    return Set.of("list", "map").contains(shape.text("type", ""));
  }

  /// Throws [IllegalArgumentException] when there is none of that name.
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
