package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.wire.query.Form;
import brume.wire.query.FormReader;
import brume.wire.xml.XmlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// awsQuery and ec2Query: a form in, XML out.
///
/// Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol".
record QueryCodec(boolean ec2, String contentType) implements Codec {
  static final QueryCodec AWS = new QueryCodec(false, "text/xml");
  static final QueryCodec EC2 = new QueryCodec(true, "text/xml;charset=UTF-8");

  @Override
  public <I extends Structure> I decode(
      OperationShape<I, ?> operation, Request request, Map<String, String> labels)
      throws IOException {
    return new FormReader(form(request), ec2).read(operation.input());
  }

  /// The parameters of the body, or of the query of a GET.
  static Form form(Request request) throws IOException {
    return Form.parse(
        request.method().equals("GET")
            ? request.query()
            : new String(Bodies.read(request), StandardCharsets.UTF_8));
  }

  @Override
  public Response encode(
      ServiceShape service, OperationShape<?, ?> operation, Structure output, String requestId) {
    var root = operation.name() + "Response";
    var xml = new XmlWriter().open(root, service.xmlNamespace());
    if (ec2) {
      xml.element("requestId", requestId).members(output, false);
      return response(200, xml.close(root), requestId);
    }
    var wrapper = operation.resultWrapper();
    if (wrapper != null) {
      xml.open(wrapper, null).members(output, false);
      xml.close(wrapper);
    }
    xml.open("ResponseMetadata", null).element("RequestId", requestId).close("ResponseMetadata");
    return response(200, xml.close(root), requestId);
  }

  @Override
  public Response encodeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    return response(
        error.status(),
        ec2
            ? ec2Error(error, message, requestId)
            : awsError(service, error, message, detail, requestId),
        requestId);
  }

  private static XmlWriter awsError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    var xml = new XmlWriter().open("ErrorResponse", service.xmlNamespace()).open("Error", null);
    xml.element("Type", error.isCallersFault() ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", message);
    if (detail != null) {
      xml.members(detail, true);
    }
    return xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
  }

  private static XmlWriter ec2Error(ErrorCode error, String message, String requestId) {
    return new XmlWriter()
        .open("Response", null)
        .open("Errors", null)
        .open("Error", null)
        .element("Code", error.code())
        .element("Message", message)
        .close("Error")
        .close("Errors")
        .element("RequestID", requestId)
        .close("Response");
  }

  private Response response(int status, XmlWriter xml, String requestId) {
    return new Response(
        status,
        Headers.of("Content-Type", contentType, "x-amzn-RequestId", requestId),
        Body.of(xml.bytes()));
  }
}
