package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.wire.cbor.CborReader;
import brume.wire.cbor.CborWriter;
import brume.wire.event.EventFormat;
import brume.wire.event.EventStreams;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// rpcv2Cbor: one CBOR map each way, the operation in the path.
///
/// Source: Smithy, "Smithy RPC v2 CBOR protocol".
final class CborCodec implements Codec {
  static final CborCodec V2 = new CborCodec();

  private static final String CBOR = "application/cbor";
  private static final EventFormat EVENTS = new EventFormat(CBOR, CborWriter::write);
  private static final byte[] EMPTY_MAP = {(byte) 0xa0};

  private CborCodec() {}

  @Override
  @SuppressWarnings("unchecked")
  public <I extends Structure> I decode(
      OperationShape<I, ?> operation, Request request, Map<String, String> labels)
      throws IOException {
    MediaTypes.require(request, CBOR);
    var body = Bodies.read(request);
    return (I) CborReader.read(body.length == 0 ? EMPTY_MAP : body, operation.input());
  }

  @Override
  public Response encode(
      ServiceShape service, OperationShape<?, ?> operation, Structure output, String requestId) {
    var events = EventStreams.of(output);
    return events == null
        ? response(200, CborWriter.write(output), requestId)
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
    var body =
        CborWriter.writeError(RpcErrors.type(error), RpcErrors.messageKey(error), message, detail);
    return RpcErrors.forQueryClients(service, error, response(error.status(), body, requestId));
  }

  private static Response response(int status, byte[] body, String requestId) {
    return response(status, CBOR, Body.of(body), requestId);
  }

  private static Response response(int status, String type, Body body, String requestId) {
    return new Response(
        status,
        Headers.of("Content-Type", type, "x-amzn-RequestId", requestId)
            .with(RpcTarget.PROTOCOL, RpcTarget.CBOR),
        body);
  }
}
