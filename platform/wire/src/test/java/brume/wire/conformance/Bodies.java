package brume.wire.conformance;

import brume.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Brings bodies to a form in which those that say the same are equal.
final class Bodies {
  /// Most cases leave out what services say of the request.
  private static final Set<String> METADATA =
      Set.of("ResponseMetadata", "RequestId", "RequestID", "requestId");

  private static final String TYPE = "__type";
  private static final String CBOR = "application/cbor";

  private Bodies() {}

  /// The body of a case, which stands in Base64 where it is no text.
  static byte[] bytes(Json.Obj test) {
    var body = Cases.text(test, "body");
    return Cases.text(test, "bodyMediaType").equals(CBOR)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  static Object canonical(byte[] body, String mediaType) {
    if (mediaType.equals(CBOR) && body.length > 0) {
      return Items.parse(body);
    }
    var text = new String(body, StandardCharsets.UTF_8);
    if (mediaType.contains("json") && !text.isBlank()) {
      return json(Json.parse(text));
    }
    if (mediaType.contains("xml") && !text.isBlank()) {
      return xml(body);
    }
    return Base64.getEncoder().encodeToString(body) + " which is " + text;
  }

  private static Object json(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> fields) -> {
        var sorted = new TreeMap<String, Object>();
        fields.forEach((key, item) -> sorted.put(key, key.equals(TYPE) ? bare(item) : json(item)));
        yield sorted;
      }
      case Json.Arr(var items) -> items.stream().map(Bodies::json).toList();
      case Json.Num(BigDecimal number) -> number.stripTrailingZeros();
      default -> value;
    };
  }

  /// Clients cut off the namespace of an error's shape, which the models do not have.
  static String bare(Json type) {
    var text = String.valueOf(type.text());
    return text.substring(text.indexOf('#') + 1);
  }

  private static Object xml(byte[] body) {
    try {
      var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      return element(builder.parse(new ByteArrayInputStream(body)).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Children of different names come in any order; those of one name keep theirs.
  private static Map<String, Object> element(Element element) {
    var form = new LinkedHashMap<String, Object>();
    form.put("name", element.getNodeName());
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    form.put("attributes", attributes);
    var children = new TreeMap<String, ArrayList<Object>>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && !METADATA.contains(child.getNodeName())) {
        children.computeIfAbsent(child.getNodeName(), _ -> new ArrayList<>()).add(element(child));
      }
    }
    boolean text = element.getElementsByTagName("*").getLength() == 0;
    form.put("content", text ? element.getTextContent() : children);
    return form;
  }
}
