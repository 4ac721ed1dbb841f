package brume.modelgen;

import java.util.Map;

/// Writes the expressions that make [brume.shape.Member]s.
final class Members {
  private static final Map<String, String> LOCATIONS =
      Map.of(
          "uri", "LABEL",
          "header", "HEADER",
          "headers", "HEADER_PREFIX",
          "querystring", "QUERY",
          "statusCode", "STATUS");

  private static final Map<String, String> TIMESTAMPS =
      Map.of(
          "iso8601", "DATE_TIME",
          "rfc822", "HTTP_DATE",
          "unixTimestamp", "EPOCH_SECONDS");

  private static final Map<String, String> FLAGS =
      Map.of(
          "xmlAttribute", ".asXmlAttribute()",
          "idempotencyToken", ".asIdempotencyToken()",
          "hostLabel", ".asHostLabel()");

  private final Model model;
  private final Types types;

  Members(Model model) {
    this.model = model;
    this.types = new Types(model);
  }

  Types types() {
    return types;
  }

  /// Whether values of the structure always have the member; of a union none is certain.
  static boolean isRequired(Node structure, String name) {
    return !isUnion(structure) && structure.texts("required").contains(name);
  }

  static boolean isUnion(Node structure) {
    return structure.flag("union") || structure.flag("eventstream");
  }

  /// The member `name` of a structure or union.
  String ofStructure(Node structure, String name) {
    var reference = structure.node("members").node(name);
    var shape = model.shape(reference.text("shape", ""));
    var location = name.equals(structure.text("payload")) ? "PAYLOAD" : location(reference, shape);
    var text = new StringBuilder(member(name, reference));
    if (!location.isEmpty()) {
      text.append(".in(brume.shape.Location.").append(location).append(')');
    }
    if (isRequired(structure, name)) {
      text.append(".asRequired()");
    }
    if (shape.flag("flattened") || reference.flag("flattened")) {
      text.append(".asFlattened()");
    }
    FLAGS.forEach((flag, call) -> text.append(reference.flag(flag) ? call : ""));
    return text.toString();
  }

  /// The element of a list, or the key or value of a map.
  String ofCollection(String name, Node reference) {
    return member(name, reference);
  }

  private String member(String name, Node reference) {
    var shape = model.shape(reference.text("shape", ""));
    var text = new StringBuilder("brume.shape.Member.of(");
    text.append(JavaText.literal(name)).append(", ").append(target(reference)).append(')');
    var wire = reference.text("locationName", name);
    if (!wire.equals(name)) {
      text.append(".wireName(").append(JavaText.literal(wire)).append(')');
    }
    var queryName = reference.text("queryName");
    if (queryName != null) {
      text.append(".queryName(").append(JavaText.literal(queryName)).append(')');
    }
    var format =
        TIMESTAMPS.get(reference.text("timestampFormat", shape.text("timestampFormat", "")));
    if (format != null) {
      text.append(".timestampFormat(brume.shape.TimestampFormat.").append(format).append(')');
    }
    var namespace = reference.has("xmlNamespace") ? reference : shape;
    if (namespace.has("xmlNamespace")) {
      text.append(".xmlNamespace(").append(namespace(namespace)).append(')');
    }
    return text.toString();
  }

  /// Of a shape or reference; the literal null where it has none.
  static String namespace(Node owner) {
    if (!owner.has("xmlNamespace")) {
      return "null";
    }
    var node = owner.node("xmlNamespace");
    return "new brume.shape.XmlNamespace(%s, %s)"
        .formatted(
            JavaText.literal(node.text("prefix")),
            JavaText.literal(node.text("uri", owner.text("xmlNamespace", ""))));
  }

  /// Records and collections refer to each other in circles, so they are looked up when asked for.
  private String target(Node reference) {
    var name = reference.text("shape", "");
    if (types.isStream(reference)) {
      return "brume.shape.SimpleShape.STREAM";
    }
    if (model.shape(name).flag("eventstream")) {
      return "brume.shape.SimpleShape.EVENTS";
    }
    if (model.isRecord(name)) {
      return "Shapes.RECORDS, " + model.structures().indexOf(name);
    }
    if (reference.has("enum")) {
      return "new brume.shape.SimpleShape(%s, brume.shape.Kind.%s, %s)"
          .formatted(JavaText.literal(name), types.kind(name), Constraints.of(reference));
    }
    return (model.isCollection(name) ? "() -> " : "") + ShapeTable.constant(model, name);
  }

  private static String location(Node reference, Node shape) {
    var location = reference.text("location", "");
    if (location.equals("querystring") && "map".equals(shape.text("type"))) {
      return "QUERY_ALL";
    }
    if (reference.flag("eventheader")) {
      return "EVENT_HEADER";
    }
    return reference.flag("eventpayload") ? "EVENT_PAYLOAD" : LOCATIONS.getOrDefault(location, "");
  }
}
