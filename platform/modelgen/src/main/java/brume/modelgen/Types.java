package brume.modelgen;

import java.util.Map;

/// The Java types and the wire kinds of the shapes of one model.
final class Types {
  private static final Map<String, String> SIMPLE =
      Map.ofEntries(
          Map.entry("string", "java.lang.String"),
          Map.entry("character", "java.lang.String"),
          Map.entry("boolean", "java.lang.Boolean"),
          Map.entry("byte", "java.lang.Byte"),
          Map.entry("short", "java.lang.Short"),
          Map.entry("integer", "java.lang.Integer"),
          Map.entry("long", "java.lang.Long"),
          Map.entry("float", "java.lang.Float"),
          Map.entry("double", "java.lang.Double"),
          Map.entry("bigdecimal", "java.math.BigDecimal"),
          Map.entry("timestamp", "java.time.Instant"),
          Map.entry("blob", "brume.base.Bytes"));

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("string", "STRING"),
          Map.entry("character", "STRING"),
          Map.entry("boolean", "BOOLEAN"),
          Map.entry("byte", "BYTE"),
          Map.entry("short", "SHORT"),
          Map.entry("integer", "INTEGER"),
          Map.entry("long", "LONG"),
          Map.entry("float", "FLOAT"),
          Map.entry("double", "DOUBLE"),
          Map.entry("bigdecimal", "BIG_DECIMAL"),
          Map.entry("timestamp", "TIMESTAMP"),
          Map.entry("blob", "BLOB"));

  private final Model model;

  Types(Model model) {
    this.model = model;
  }

  /// The type of a reference to a shape: `{"shape": "QueueUrl", …}`.
  String java(Node reference) {
    var name = reference.text("shape", "");
    var shape = model.shape(name);
    if (isStream(reference)) {
      return "brume.base.Body";
    }
    return switch (shape.text("type", "")) {
      case "structure" ->
          shape.flag("document")
              ? "brume.json.Json"
              : shape.flag("eventstream")
                  ? "java.lang.Iterable<? extends brume.shape.Structure>"
                  : Names.type(name);
      case "list" -> "java.util.List<" + java(shape.node("member")) + ">";
      case "map" ->
          "java.util.Map<" + java(shape.node("key")) + ", " + java(shape.node("value")) + ">";
      case String type -> {
        var simple = SIMPLE.get(type);
        if (simple == null) {
          throw new IllegalArgumentException("Shape " + name + " is of the unknown type " + type);
        }
        yield simple;
      }
    };
  }

  /// Whether the reference is to a payload that is not held in memory.
  boolean isStream(Node reference) {
    var shape = model.shape(reference.text("shape", ""));
    return "blob".equals(shape.text("type"))
        && (reference.flag("streaming") || shape.flag("streaming"));
  }

  boolean isRecord(String name) {
    var shape = model.shape(name);
    return "structure".equals(shape.text("type")) && !Model.isOpaque(shape);
  }

  String kind(String name) {
    var shape = model.shape(name);
    if (shape.flag("document")) {
      return "DOCUMENT";
    }
    return shape.flag("eventstream")
        ? "EVENTS"
        : KINDS.getOrDefault(shape.text("type", ""), "STRING");
  }
}
