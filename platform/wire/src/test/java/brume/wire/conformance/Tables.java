package brume.wire.conformance;

import brume.base.Bytes;
import brume.json.Json;
import brume.shape.Constraint;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Protocol;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.shape.XmlNamespace;
import brume.wire.conformance.Smithy.Definition;
import brume.wire.conformance.Smithy.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns the shapes of a Smithy model into tables, as the generator does with official models.
final class Tables {
  private static final Map<String, Location> LOCATIONS =
      Map.of(
          "httpHeader", Location.HEADER,
          "httpPrefixHeaders", Location.HEADER_PREFIX,
          "httpQuery", Location.QUERY,
          "httpQueryParams", Location.QUERY_ALL,
          "httpLabel", Location.LABEL,
          "httpResponseCode", Location.STATUS,
          "httpPayload", Location.PAYLOAD,
          "eventHeader", Location.EVENT_HEADER,
          "eventPayload", Location.EVENT_PAYLOAD);

  private final Smithy smithy;
  private final Protocol protocol;
  private final Map<String, Shape> made = new HashMap<>();
  private final Map<String, StructureShape<Value>> unions = new HashMap<>();

  Tables(Smithy smithy, Protocol protocol) {
    this.smithy = smithy;
    this.protocol = protocol;
  }

  @SuppressWarnings("unchecked")
  StructureShape<Value> structure(String id) {
    return (StructureShape<Value>) shape(id, false);
  }

  /// The union of the events of a stream.
  StructureShape<Value> union(String id) {
    return unions.computeIfAbsent(id, _ -> structure(smithy.get(id)));
  }

  private Shape shape(String id, boolean flattened) {
    var key = id + flattened;
    var known = made.get(key);
    if (known == null) {
      known = make(id, flattened);
      made.put(key, known);
    }
    return known;
  }

  private Shape make(String id, boolean flattened) {
    if (id.endsWith("#Unit")) {
      return structure(new Definition(id, "structure", Map.of(), Map.of(), Map.of()));
    }
    if (id.startsWith("smithy.api#")) {
      var name = id.substring(id.indexOf('#') + 1).replace("Primitive", "");
      return new SimpleShape(name, kind(decapitalised(name)), Constraint.NONE);
    }
    var shape = smithy.get(id);
    boolean streaming = shape.has("streaming");
    return switch (shape.type()) {
      case "structure" -> structure(shape);
      case "union" -> streaming ? SimpleShape.EVENTS : structure(shape);
      case "list", "set" ->
          new ListShape(
              shape.name(),
              member(shape, field(shape, "member"), flattened),
              shape.has("sparse"),
              constraint(shape.traits()));
      case "map" ->
          new MapShape(
              shape.name(),
              member(shape, field(shape, "key"), false),
              member(shape, field(shape, "value"), false),
              shape.has("sparse"),
              constraint(shape.traits()));
      case "enum" ->
          new SimpleShape(
              shape.name(),
              Kind.STRING,
              Constraint.oneOf(
                  shape.members().values().stream()
                      .map(f -> Objects.requireNonNullElse(f.text("enumValue"), f.name()))
                      .toArray(String[]::new)));
      default ->
          streaming
              ? SimpleShape.STREAM
              : new SimpleShape(shape.name(), kind(shape.type()), constraint(shape.traits()));
    };
  }

  private static Field field(Definition shape, String name) {
    return Objects.requireNonNull(shape.members().get(name));
  }

  private StructureShape<Value> structure(Definition shape) {
    var members =
        shape.members().values().stream()
            .map(field -> member(shape, field, false))
            .toArray(Member[]::new);
    Supplier<StructureShape<Value>> self =
        shape.has("streaming") ? () -> union(shape.id()) : () -> structure(shape.id());
    var table =
        shape.type().equals("union")
            ? StructureShape.<Value>union(shape.name(), v -> Value.of(self, v), members)
            : StructureShape.<Value>structure(shape.name(), v -> Value.of(self, v), members);
    var name = shape.traits().get("xmlName");
    return table.xml(
        name == null ? shape.name() : Objects.requireNonNull(name.text()),
        namespace(shape.traits()));
  }

  private Member member(Definition owner, Field field, boolean nameless) {
    boolean flat = field.has("xmlFlattened");
    var member = Member.of(field.name(), () -> constrained(shape(field.target(), flat), field));
    var wire = wireName(field);
    if (wire != null && !nameless) {
      member = member.wireName(wire);
    }
    var queryName = field.text("ec2QueryName");
    if (queryName != null) {
      member = member.queryName(queryName);
    }
    for (var location : LOCATIONS.entrySet()) {
      if (field.has(location.getKey()) && rest()) {
        member = member.in(location.getValue());
      }
    }
    member = field.has("required") && !owner.type().equals("union") ? member.asRequired() : member;
    member = flat ? member.asFlattened() : member;
    member = field.has("xmlAttribute") ? member.asXmlAttribute() : member;
    member = field.has("idempotencyToken") ? member.asIdempotencyToken() : member;
    var format = format(field);
    member = format == null ? member : member.timestampFormat(format);
    var namespace = namespace(field.traits());
    member = namespace == null ? member : member.xmlNamespace(namespace);
    var value = field.traits().get("default");
    if (value != null && !(value instanceof Json.Null) && !field.has("clientOptional")) {
      member = member.defaultValue(initial(value, member));
    }
    return member;
  }

  /// Blobs stand in Base64 in models, and as text in the parameters of cases.
  private static Object initial(Json value, Member member) {
    return member.target() instanceof SimpleShape simple && simple.kind() == Kind.BLOB
        ? Bytes.fromBase64(Objects.requireNonNull(value.text()))
        : Params.of(value, member);
  }

  /// A member's own bounds stand in place of those of its target.
  private static Shape constrained(Shape target, Field field) {
    var own = constraint(field.traits());
    if (own.equals(Constraint.NONE)) {
      return target;
    }
    return switch (target) {
      case SimpleShape simple -> new SimpleShape(simple.name(), simple.kind(), own);
      case ListShape list -> new ListShape(list.name(), list.element(), list.sparse(), own);
      case MapShape map -> new MapShape(map.name(), map.key(), map.value(), map.sparse(), own);
      case StructureShape<?> structure -> structure;
    };
  }

  private boolean rest() {
    return protocol == Protocol.REST_JSON_1 || protocol == Protocol.REST_XML;
  }

  private @Nullable String wireName(Field field) {
    for (var trait : new String[] {"httpHeader", "httpPrefixHeaders", "httpQuery"}) {
      if (rest() && field.has(trait)) {
        return field.text(trait);
      }
    }
    return switch (protocol) {
      case REST_JSON_1 -> field.text("jsonName");
      case REST_XML, AWS_QUERY, EC2_QUERY -> field.text("xmlName");
      default -> null;
    };
  }

  private @Nullable TimestampFormat format(Field field) {
    var text = field.text("timestampFormat");
    var target = smithy.shapes.get(field.target());
    if (text == null && target != null && target.has("timestampFormat")) {
      text = Objects.requireNonNull(target.traits().get("timestampFormat")).text();
    }
    return switch (text) {
      case "date-time" -> TimestampFormat.DATE_TIME;
      case "http-date" -> TimestampFormat.HTTP_DATE;
      case "epoch-seconds" -> TimestampFormat.EPOCH_SECONDS;
      case null, default -> null;
    };
  }

  static @Nullable XmlNamespace namespace(Map<String, Json> traits) {
    return traits.get("xmlNamespace") instanceof Json.Obj trait && trait.has("uri")
        ? new XmlNamespace(text(trait, "prefix"), String.valueOf(text(trait, "uri")))
        : null;
  }

  private static @Nullable String text(Json.Obj object, String key) {
    var value = object.get(key);
    return value == null ? null : value.text();
  }

  private static Constraint constraint(Map<String, Json> traits) {
    var bounds = traits.getOrDefault("length", traits.get("range"));
    var pattern = traits.get("pattern");
    if (traits.get("enum") instanceof Json.Arr values) {
      return Constraint.oneOf(
          values.items().stream()
              .map(value -> String.valueOf(text((Json.Obj) value, "value")))
              .toArray(String[]::new));
    }
    if (bounds == null && pattern == null) {
      return Constraint.NONE;
    }
    return Constraint.of(
        bound(bounds, "min"), bound(bounds, "max"), pattern == null ? null : pattern.text());
  }

  private static @Nullable Double bound(@Nullable Json bounds, String key) {
    return bounds instanceof Json.Obj object && object.get(key) instanceof Json.Num number
        ? number.value().doubleValue()
        : null;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "intEnum" -> Kind.INTEGER;
      case "bigInteger" -> Kind.BIG_INTEGER;
      case "bigDecimal" -> Kind.BIG_DECIMAL;
      default -> Kind.valueOf(type.toUpperCase(Locale.ROOT));
    };
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
