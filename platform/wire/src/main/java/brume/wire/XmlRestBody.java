package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.shape.ErrorCode;
import brume.shape.Member;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.XmlNamespace;
import brume.wire.value.MalformedException;
import brume.wire.xml.XmlReader;
import brume.wire.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/// The bodies of restXml.
final class XmlRestBody implements RestBody {
  private static final String XML = "application/xml";

  /// Its one member is the root. Source: Smithy, "aws.customizations#s3UnwrappedXmlOutput".
  private static final String UNWRAPPED_OUTPUT = "GetBucketLocationOutput";

  @Override
  public String requestIdHeader() {
    return "x-amz-request-id";
  }

  @Override
  public void readMembers(byte[] body, StructureShape<?> shape, @Nullable Object[] into) {
    XmlReader.readMembers(body, shape, into);
  }

  @Override
  public String contentType() {
    return XML;
  }

  @Override
  public byte[] members(ServiceShape service, Structure structure) {
    var shape = structure.shape();
    var own = shape.xmlNamespace();
    var uri = S3Documents.isOf(service) ? S3Documents.NAMESPACE : service.xmlNamespace();
    var namespace = own == null && uri != null ? new XmlNamespace(null, uri) : own;
    var xml = new XmlWriter().declaration();
    if (shape.name().equals(UNWRAPPED_OUTPUT)) {
      var member = shape.members().getFirst();
      var value = structure.member(0);
      var text = value == null ? "" : value.toString();
      return xml.open(member.name(), uri).text(text).close(member.name()).bytes();
    }
    var root = S3Documents.isOf(service) ? S3Documents.root(shape) : shape.xmlName();
    return xml.structure(root, structure, namespace).bytes();
  }

  @Override
  public Object readValue(byte[] body, Member member) {
    if (member.target() instanceof StructureShape<?> shape) {
      return XmlReader.read(body, shape);
    }
    throw new MalformedException("A payload of " + member.target().name() + " is not XML");
  }

  @Override
  public Payload writeValue(ServiceShape service, Member member, Object value) {
    var structure = (Structure) value;
    var shape = structure.shape();
    if (S3Documents.isOf(service)) {
      var namespace = new XmlNamespace(null, S3Documents.NAMESPACE);
      return xml(
          new XmlWriter().declaration().structure(S3Documents.root(shape), structure, namespace));
    }
    var name = member.wireName().equals(member.name()) ? shape.xmlName() : member.wireName();
    var namespace = member.xmlNamespace() == null ? shape.xmlNamespace() : member.xmlNamespace();
    return xml(new XmlWriter().declaration().structure(name, structure, namespace));
  }

  private static Payload xml(XmlWriter xml) {
    return new Payload(XML, Body.of(xml.bytes()));
  }

  @Override
  public ErrorBody writeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    boolean wrapped = !S3Documents.isOf(service);
    var xml = new XmlWriter().declaration();
    if (wrapped) {
      xml.open("ErrorResponse", service.xmlNamespace());
    }
    xml.open("Error", null);
    if (wrapped) {
      xml.element("Type", error.isCallersFault() ? "Sender" : "Receiver");
    }
    xml.element("Code", error.code()).element("Message", message);
    if (detail != null) {
      xml.members(detail, true);
    }
    if (wrapped) {
      xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
    } else {
      xml.element("RequestId", requestId).close("Error");
    }
    return new ErrorBody(XML, Headers.EMPTY, Body.of(xml.bytes()));
  }
}
