package brume.wire;

import brume.http.Response;
import brume.shape.ErrorCode;
import brume.shape.Member;
import brume.shape.Protocol;
import brume.shape.ServiceShape;

/// How the protocols that carry JSON or CBOR name errors.
final class RpcErrors {
  private RpcErrors() {}

  /// The shape's name: a code that the model gives the error is for the query protocol.
  static String type(ErrorCode error) {
    var shape = error.shape();
    return shape == null ? error.code() : shape.name();
  }

  /// `message` or `Message`, whichever the model spells.
  static String messageKey(ErrorCode error) {
    var shape = error.shape();
    if (shape == null) {
      return "message";
    }
    return shape.members().stream()
        .filter(member -> member.name().equalsIgnoreCase("message"))
        .map(Member::wireName)
        .findFirst()
        .orElse("message");
  }

  /// With the code that clients know who have called the service by the query protocol before.
  ///
  /// Source: Smithy, "aws.protocols#awsQueryCompatible trait".
  static Response forQueryClients(ServiceShape service, ErrorCode error, Response response) {
    return service.protocols().contains(Protocol.AWS_QUERY)
        ? response.with(
            "x-amzn-query-error",
            error.code() + ';' + (error.isCallersFault() ? "Sender" : "Receiver"))
        : response;
  }
}
