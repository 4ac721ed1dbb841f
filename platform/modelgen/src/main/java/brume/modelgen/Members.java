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

  private final Model model;
  private final Types types;

  Members(Model model, Types types) {
    this.model = model;
    this.types = types;
  }

  /// @param reference the member as the model has it
  /// @param payload whether it is its structure's whole body
  /// @param required whether its structure requires it
  String expression(String name, Node reference, boolean payload, boolean required) {
    var target = reference.text("shape", "");
    var shape = model.shape(target);
    var text = new StringBuilder("brume.shape.Member.of(");
    text.append(quoted(name)).append(", ").append(target(reference)).append(')');
    location(text, name, reference, shape, payload);
    flags(text, reference, shape, required);
    var timestamp = reference.text("timestampFormat", shape.text("timestampFormat", ""));
    if (TIMESTAMPS.containsKey(timestamp)) {
      text.append(".timestampFormat(brume.shape.TimestampFormat.")
          .append(TIMESTAMPS.get(timestamp))
          .append(')');
    }
    var namespace = reference.has("xmlNamespace") ? reference : shape;
    if (namespace.has("xmlNamespace")) {
      text.append(".xmlNamespace(").append(namespace(namespace)).append(')');
    }
    return text.toString();
  }

  static String namespace(Node owner) {
    var node = owner.node("xmlNamespace");
    var uri = node.text("uri", owner.text("xmlNamespace", ""));
    var prefix = node.text("prefix");
    return "new brume.shape.XmlNamespace("
        + (prefix == null ? "null" : quoted(prefix))
        + ", "
        + quoted(uri)
        + ")";
  }

  private String target(Node reference) {
    var name = reference.text("shape", "");
    if (types.isStream(reference)) {
      return "brume.shape.SimpleShape.STREAM";
    }
    if (types.isRecord(name)) {
      return "Shapes.TABLE, " + model.structures().indexOf(name);
    }
    return "Shapes." + Shapes.accessor(model, name);
  }

  private static void location(
      StringBuilder text, String name, Node reference, Node shape, boolean payload) {
    var wire = reference.text("locationName", name);
    if (!wire.equals(name)) {
      text.append(".wireName(").append(quoted(wire)).append(')');
    }
    var queryName = reference.text("queryName");
    if (queryName != null) {
      text.append(".queryName(").append(quoted(queryName)).append(')');
    }
    var location = reference.text("location", "");
    if (payload) {
      text.append(".in(brume.shape.Location.PAYLOAD)");
    } else if (location.equals("querystring") && "map".equals(shape.text("type"))) {
      text.append(".in(brume.shape.Location.QUERY_ALL)");
    } else if (LOCATIONS.containsKey(location)) {
      text.append(".in(brume.shape.Location.").append(LOCATIONS.get(location)).append(')');
    } else if (reference.flag("eventheader")) {
      text.append(".in(brume.shape.Location.EVENT_HEADER)");
    } else if (reference.flag("eventpayload")) {
      text.append(".in(brume.shape.Location.EVENT_PAYLOAD)");
    }
  }

  private static void flags(StringBuilder text, Node reference, Node shape, boolean required) {
    if (required) {
      text.append(".asRequired()");
    }
    if (shape.flag("flattened") || reference.flag("flattened")) {
      text.append(".asFlattened()");
    }
    if (reference.flag("xmlAttribute")) {
      text.append(".asXmlAttribute()");
    }
    if (reference.flag("idempotencyToken")) {
      text.append(".asIdempotencyToken()");
    }
    if (reference.flag("hostLabel")) {
      text.append(".asHostLabel()");
    }
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
