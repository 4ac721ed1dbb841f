package brume.modelgen;

import java.util.Map;

/// The Java types and the wire kinds of the shapes of one model.
record Types(Model model) {
  private record Simple(String java, String kind) {}

  private static final Simple STRING = new Simple("java.lang.String", "STRING");

  private static final Map<String, Simple> SIMPLE =
      Map.ofEntries(
          Map.entry("string", STRING),
          Map.entry("character", STRING),
          Map.entry("boolean", new Simple("java.lang.Boolean", "BOOLEAN")),
          Map.entry("byte", new Simple("java.lang.Byte", "BYTE")),
          Map.entry("short", new Simple("java.lang.Short", "SHORT")),
          Map.entry("integer", new Simple("java.lang.Integer", "INTEGER")),
          Map.entry("long", new Simple("java.lang.Long", "LONG")),
          Map.entry("float", new Simple("java.lang.Float", "FLOAT")),
          Map.entry("double", new Simple("java.lang.Double", "DOUBLE")),
          Map.entry("bigdecimal", new Simple("java.math.BigDecimal", "BIG_DECIMAL")),
          Map.entry("timestamp", new Simple("java.time.Instant", "TIMESTAMP")),
          Map.entry("blob", new Simple("brume.base.Bytes", "BLOB")),
          Map.entry("structure", new Simple("brume.json.Json", "DOCUMENT")));

  /// The type of a reference to a shape: `{"shape": "QueueUrl", …}`.
  String java(Node reference) {
    var name = reference.text("shape", "");
    var shape = model.shape(name);
    if (isStream(reference)) {
      return "brume.base.Body";
    }
    if (model.isRecord(name)) {
      var type = Names.type(name);
      return shape.flag("eventstream") ? "java.lang.Iterable<" + type + ">" : type;
    }
    return switch (shape.text("type", "")) {
      case "list" -> "java.util.List<" + java(shape.node("member")) + ">";
      case "map" ->
          "java.util.Map<" + java(shape.node("key")) + ", " + java(shape.node("value")) + ">";
      default -> simple(name).java;
    };
  }

  /// Whether the reference is to a payload that is not held in memory.
  boolean isStream(Node reference) {
    var shape = model.shape(reference.text("shape", ""));
    return "blob".equals(shape.text("type"))
        && (reference.flag("streaming") || shape.flag("streaming"));
  }

  /// The constant of [brume.shape.Kind] of a simple shape or document.
  String kind(String name) {
    return simple(name).kind;
  }

  private Simple simple(String name) {
    var type = model.shape(name).text("type", "");
    var simple = SIMPLE.get(type);
    if (simple == null) {
      throw new IllegalArgumentException("Shape " + name + " is of the unknown type " + type);
    }
    return simple;
  }
}
