package brume.wire.xml;

import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads structures from XML bodies.
public final class XmlReader {
  private XmlReader() {}

  /// Fills in the members that a REST protocol carries in the body.
  public static void readMembers(byte[] xml, StructureShape<?> shape, @Nullable Object[] into) {
    members(XmlNode.parse(xml), shape, into);
  }

  /// Reads a payload that is one structure.
  public static Structure read(byte[] xml, StructureShape<?> shape) {
    return structure(XmlNode.parse(xml), shape);
  }

  private static Structure structure(XmlNode node, StructureShape<?> shape) {
    var values = new @Nullable Object[shape.members().size()];
    members(node, shape, values);
    if (shape.isUnion() && java.util.Arrays.stream(values).filter(v -> v != null).count() != 1) {
      throw new MalformedException("The union " + shape.name() + " needs exactly one member");
    }
    return shape.make(values);
  }

  private static void members(XmlNode node, StructureShape<?> shape, @Nullable Object[] into) {
    var members = shape.members();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      if (member.location() != Location.BODY) {
        continue;
      }
      var value = member.xmlAttribute() ? attribute(node, member) : member(node, member);
      if (value != null) {
        into[i] = value;
      }
    }
  }

  private static @Nullable Object attribute(XmlNode node, Member member) {
    var text = node.attributes().get(member.wireName());
    return text == null ? null : simple(text, member);
  }

  private static @Nullable Object member(XmlNode parent, Member member) {
    var found = parent.all(member.wireName());
    if (found.isEmpty()) {
      return null;
    }
    return switch (member.target()) {
      case ListShape list when member.flattened() ->
          found.stream().map(item -> value(item, list.element())).toList();
      case MapShape map when member.flattened() -> entries(found, map);
      default -> value(found.getLast(), member);
    };
  }

  private static Object value(XmlNode node, Member member) {
    Shape target = member.target();
    return switch (target) {
      case StructureShape<?> shape -> structure(node, shape);
      case ListShape list -> items(node, list);
      case MapShape map -> entries(node.all("entry"), map);
      case SimpleShape _ -> simple(node.text(), member);
    };
  }

  private static List<Object> items(XmlNode node, ListShape list) {
    var items = new ArrayList<Object>();
    for (var item : node.all(list.element().wireName())) {
      items.add(value(item, list.element()));
    }
    return List.copyOf(items);
  }

  private static Map<String, Object> entries(List<XmlNode> nodes, MapShape map) {
    var entries = new LinkedHashMap<String, Object>();
    for (var node : nodes) {
      var keys = node.all(map.key().wireName());
      var values = node.all(map.value().wireName());
      if (keys.isEmpty() || values.isEmpty()) {
        throw new MalformedException("An entry of a map needs a key and a value");
      }
      entries.put(keys.getFirst().text(), value(values.getFirst(), map.value()));
    }
    return java.util.Collections.unmodifiableMap(entries);
  }

  private static Object simple(String text, Member member) {
    var kind = ((SimpleShape) member.target()).kind();
    var format = member.timestampFormat();
    var trimmed = kind == brume.shape.Kind.STRING ? text : text.strip();
    return Text.parse(trimmed, kind, format == null ? TimestampFormat.DATE_TIME : format);
  }
}
