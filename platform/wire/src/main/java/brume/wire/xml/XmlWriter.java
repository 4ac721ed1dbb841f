package brume.wire.xml;

import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.shape.XmlNamespace;
import brume.wire.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes structures as XML.
public final class XmlWriter {
  private final StringBuilder out = new StringBuilder(512);

  public byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  public XmlWriter declaration() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return this;
  }

  public XmlWriter open(String name, @Nullable String namespace) {
    out.append('<').append(name);
    if (namespace != null) {
      attribute("xmlns", namespace);
    }
    out.append('>');
    return this;
  }

  public XmlWriter close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  public XmlWriter element(String name, String text) {
    return open(name, null).text(text).close(name);
  }

  /// A structure with its body members as the whole of an element.
  public XmlWriter structure(String name, Structure structure, @Nullable XmlNamespace namespace) {
    out.append('<').append(name);
    namespace(namespace);
    attributes(structure);
    out.append('>');
    members(structure, false);
    return close(name);
  }

  /// The members of a structure that are elements; errors write their message themselves.
  public void members(Structure structure, boolean withoutMessage) {
    var members = structure.shape().members();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var value = structure.member(i);
      boolean skipped =
          value == null
              || member.xmlAttribute()
              || member.location() != Location.BODY
              || (withoutMessage && member.name().equalsIgnoreCase("message"));
      if (!skipped && value != null) {
        value(member.wireName(), value, member);
      }
    }
  }

  private void attributes(Structure structure) {
    var members = structure.shape().members();
    for (int i = 0; i < members.size(); i++) {
      var value = structure.member(i);
      if (value != null && members.get(i).xmlAttribute()) {
        attribute(members.get(i).wireName(), print(value, members.get(i)));
      }
    }
  }

  private void value(String name, Object value, Member member) {
    switch (member.target()) {
      case StructureShape<?> shape -> structure(name, (Structure) value, namespace(member, shape));
      case ListShape list -> {
        if (member.flattened()) {
          items(name, (List<?>) value, list.element());
        } else {
          openWith(name, member.xmlNamespace());
          items(list.element().wireName(), (List<?>) value, list.element());
          close(name);
        }
      }
      case MapShape map -> {
        if (member.flattened()) {
          entries(name, member.xmlNamespace(), (Map<?, ?>) value, map);
        } else {
          openWith(name, member.xmlNamespace());
          entries("entry", null, (Map<?, ?>) value, map);
          close(name);
        }
      }
      default -> {
        openWith(name, member.xmlNamespace());
        text(print(value, member)).close(name);
      }
    }
  }

  private void items(String name, List<?> items, Member element) {
    for (var item : items) {
      if (item != null) {
        value(name, item, element);
      } else {
        open(name, null).close(name);
      }
    }
  }

  private void entries(
      String name, @Nullable XmlNamespace namespace, Map<?, ?> entries, MapShape map) {
    for (var entry : entries.entrySet()) {
      openWith(name, namespace);
      value(map.key().wireName(), entry.getKey(), map.key());
      if (entry.getValue() != null) {
        value(map.value().wireName(), entry.getValue(), map.value());
      }
      close(name);
    }
  }

  /// A nested structure stands in its parent's namespace, unless it says a prefix, as S3's
  /// `Grantee` does.
  private static @Nullable XmlNamespace namespace(Member member, StructureShape<?> shape) {
    var own = shape.xmlNamespace();
    return member.xmlNamespace() == null && own != null && own.prefix() != null
        ? own
        : member.xmlNamespace();
  }

  private static String print(Object value, Member member) {
    var format = member.timestampFormat();
    return Text.print(value, format == null ? TimestampFormat.DATE_TIME : format);
  }

  private void openWith(String name, @Nullable XmlNamespace namespace) {
    out.append('<').append(name);
    namespace(namespace);
    out.append('>');
  }

  private void namespace(@Nullable XmlNamespace namespace) {
    if (namespace != null) {
      var prefix = namespace.prefix();
      attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, namespace.uri());
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    text(value);
    out.append('"');
  }

  public XmlWriter text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#xD;");
        case '\n' -> out.append("&#xA;");
        case '\u0085', '\u2028' -> out.append("&#x").append(Integer.toHexString(c)).append(';');
        default -> {
          if (c >= ' ' || c == '\t') {
            out.append(c);
          } else {
            out.append("&#x").append(Integer.toHexString(c)).append(';');
          }
        }
      }
    }
    return this;
  }
}
