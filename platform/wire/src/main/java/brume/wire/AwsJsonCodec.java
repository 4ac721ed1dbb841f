package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.wire.event.EventFormat;
import brume.wire.event.EventStreams;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import brume.wire.value.MalformedException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// awsJson 1.0 and 1.1: one JSON object each way, the operation in `X-Amz-Target`.
///
/// Source: Smithy, "AWS JSON 1.0 protocol" and "AWS JSON 1.1 protocol".
record AwsJsonCodec(String contentType) implements Codec {
  static final AwsJsonCodec V1_0 = new AwsJsonCodec("application/x-amz-json-1.0");
  static final AwsJsonCodec V1_1 = new AwsJsonCodec("application/x-amz-json-1.1");

  private static final EventFormat EVENTS =
      new EventFormat("application/json", JsonWriter::writeBody);
  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  @Override
  @SuppressWarnings("unchecked")
  public <I extends Structure> I decode(
      OperationShape<I, ?> operation, Request request, Map<String, String> labels)
      throws IOException {
    var body = Bodies.read(request);
    var value = JsonReader.read(body.length == 0 ? EMPTY_OBJECT : body, operation.input());
    if (value == null) {
      throw new MalformedException("Expected a JSON object");
    }
    return (I) value;
  }

  @Override
  public Response encode(
      ServiceShape service, OperationShape<?, ?> operation, Structure output, String requestId) {
    var events = EventStreams.of(output);
    return events == null
        ? response(200, JsonWriter.write(output), requestId)
        : response(
            200,
            EventStreams.CONTENT_TYPE,
            EventStreams.rpc(service, output, events, EVENTS),
            requestId);
  }

  @Override
  public Response encodeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    var type = RpcErrors.type(error);
    var body = JsonWriter.writeError(type, RpcErrors.messageKey(error), message, detail);
    return RpcErrors.forQueryClients(service, error, response(error.status(), body, requestId));
  }

  private Response response(int status, byte[] body, String requestId) {
    return response(status, contentType, Body.of(body), requestId);
  }

  private static Response response(int status, String type, Body body, String requestId) {
    return new Response(
        status, Headers.of("Content-Type", type, "x-amzn-RequestId", requestId), body);
  }
}
