package brume.wire.xml;

import brume.wire.value.MalformedException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of a parsed request. XML bodies are small: a list of parts, a configuration.
///
/// @param name with its prefix, as sent
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {
  private static final int MAX_DEPTH = 100;

  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /// Throws [MalformedException] when `xml` is not one well-formed element.
  static XmlNode parse(byte[] xml) {
    try {
      var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        while (reader.hasNext()) {
          if (reader.next() == XMLStreamConstants.START_ELEMENT) {
            return element(reader, 1);
          }
        }
      } finally {
        reader.close();
      }
    } catch (XMLStreamException _) {
      throw malformed();
    }
    throw malformed();
  }

  private static MalformedException malformed() {
    return new MalformedException(
        "The XML you provided was not well-formed or did not validate against our published schema");
  }

  private static XmlNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw malformed();
    }
    var name = qualified(reader.getPrefix(), reader.getLocalName());
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(
          qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          reader.getAttributeValue(i));
    }
    var children = new ArrayList<XmlNode>();
    var text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlNode(name, attributes, children, text.toString());
        }
        case XMLStreamConstants.END_DOCUMENT -> throw malformed();
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  private static String qualified(@org.jspecify.annotations.Nullable String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ':' + name;
  }

  List<XmlNode> all(String child) {
    return children.stream().filter(node -> node.matches(child)).toList();
  }

  /// Prefixes are the sender's choice, so a name also matches without its prefix.
  private boolean matches(String wanted) {
    return name.equals(wanted) || name.endsWith(':' + wanted);
  }
}
