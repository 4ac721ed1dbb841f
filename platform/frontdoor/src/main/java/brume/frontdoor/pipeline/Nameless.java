package brume.frontdoor.pipeline;

import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.wire.Codec;
import java.util.List;

/// Words an error where no service is there to do it, in the protocol that the client seems to
/// speak: CBOR where it says so, JSON where it names a target or sends JSON, else the XML of
/// queries.
final class Nameless {
  private static final ServiceShape NOBODY =
      new ServiceShape(
          "unknown", "unknown", "unknown", "", null, null, List.of(), List.of(), List.of());

  private Nameless() {}

  static Response answer(Passage passage, ErrorCode error, String message) {
    return Codec.of(protocol(passage))
        .encodeError(NOBODY, error, message, null, passage.requestId());
  }

  private static Protocol protocol(Passage passage) {
    var headers = passage.request().headers();
    var type = headers.first("content-type");
    if (headers.has("smithy-protocol")) {
      return Protocol.RPC_V2_CBOR;
    }
    if (headers.has("x-amz-target")) {
      return Protocol.AWS_JSON_1_1;
    }
    if (type != null && type.contains("json")) {
      return Protocol.REST_JSON_1;
    }
    return Protocol.AWS_QUERY;
  }
}
