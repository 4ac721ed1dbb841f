package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.Location;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.wire.event.EventFormat;
import brume.wire.event.EventStreams;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// restJson1 and restXml: members in labels, query, headers and body.
///
/// Where an operation has a member for the encoding of the content, that of an object of S3 is
/// meant, not that of the request.
///
/// Source: Smithy, "HTTP binding traits", "AWS restJson1 protocol", "AWS restXml protocol".
record RestCodec(RestBody format) implements Codec {
  private static final int NO_CONTENT = 204;

  static final RestCodec JSON = new RestCodec(new JsonRestBody());
  static final RestCodec XML = new RestCodec(new XmlRestBody());

  @Override
  public <I extends Structure> I decode(
      OperationShape<I, ?> operation, Request request, Map<String, String> labels)
      throws IOException {
    format.requireMediaTypes(request, operation);
    var shape = operation.input();
    var values = RestInput.read(shape, request, labels);
    boolean inBody = false;
    for (int i = 0; i < values.length; i++) {
      var member = shape.members().get(i);
      if (member.location() == Location.PAYLOAD) {
        values[i] = format.readPayload(member, request);
      }
      inBody |= member.location() == Location.BODY;
    }
    if (inBody) {
      boolean described = shape.indexOfWireName("Content-Encoding") >= 0;
      var body = described ? Bodies.read(request.body()) : Bodies.read(request);
      if (body.length > 0) {
        format.readMembers(body, shape, values);
      }
    }
    return shape.make(values);
  }

  @Override
  public Response encode(
      ServiceShape service, OperationShape<?, ?> operation, Structure output, String requestId) {
    var shape = output.shape();
    int status = RestOutput.status(output, operation.http().status());
    var headers = RestOutput.headers(output).with(format.requestIdHeader(), requestId);
    boolean inBody = false;
    for (int i = 0; i < shape.members().size(); i++) {
      var member = shape.members().get(i);
      if (member.location() == Location.PAYLOAD) {
        var value = output.member(i);
        var payload =
            EventStreams.isEvents(member)
                ? events(service, (Iterable<?>) Objects.requireNonNull(value))
                : format.writePayload(service, member, value);
        return payload(status, headers, payload);
      }
      inBody |= member.location() == Location.BODY;
    }
    boolean bodiless = status == NO_CONTENT;
    return inBody || (!bodiless && format.writesNoMembers(shape))
        ? payload(status, headers, format.writeMembers(service, output))
        : new Response(status, headers, Body.EMPTY);
  }

  private RestBody.Payload events(ServiceShape service, Iterable<?> events) {
    var body =
        EventStreams.rest(
            service,
            events,
            new EventFormat(format.contentType(), structure -> format.members(service, structure)));
    return new RestBody.Payload(EventStreams.CONTENT_TYPE, body);
  }

  private static Response payload(int status, Headers headers, RestBody.Payload payload) {
    var type = payload.contentType();
    var typed =
        type == null || headers.has("content-type") ? headers : headers.with("Content-Type", type);
    return new Response(status, typed, payload.body());
  }

  @Override
  public Response encodeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    var headers = detail == null ? Headers.EMPTY : RestOutput.headers(detail);
    var written = format.writeError(service, error, message, detail, requestId);
    for (var field : written.headers().fields()) {
      headers = headers.with(field.name(), field.value());
    }
    return payload(
        error.status(),
        headers.with(format.requestIdHeader(), requestId),
        new RestBody.Payload(written.contentType(), written.body()));
  }
}
