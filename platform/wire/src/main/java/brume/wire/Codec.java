package brume.wire;

import brume.http.Request;
import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads requests and writes responses of one protocol.
public interface Codec {
  /// Reads the input of an operation.
  ///
  /// Throws [brume.wire.value.MalformedException] when the request is not of the operation's shape.
  <I extends Structure> I decode(
      OperationShape<I, ?> operation, Request request, Map<String, String> labels)
      throws IOException;

  Response encode(
      ServiceShape service, OperationShape<?, ?> operation, Structure output, String requestId);

  Response encodeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId);

  static Codec of(Protocol protocol) {
    return switch (protocol) {
      case AWS_JSON_1_0 -> AwsJsonCodec.V1_0;
      case AWS_JSON_1_1 -> AwsJsonCodec.V1_1;
      case AWS_QUERY -> QueryCodec.AWS;
      case EC2_QUERY -> QueryCodec.EC2;
      case REST_JSON_1 -> RestCodec.JSON;
      case REST_XML -> RestCodec.XML;
      case RPC_V2_CBOR -> CborCodec.V2;
    };
  }
}
