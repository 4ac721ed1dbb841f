package brume.lambda.runtime;

import brume.base.Arn;
import brume.base.Bytes;
import org.jspecify.annotations.Nullable;

/// One event for a function.
///
/// @param requestId a UUID
/// @param payload JSON, at most [Limits#PAYLOAD_BYTES]
/// @param invokedArn as the caller named the function, with alias or version if given
/// @param traceId of `X-Amzn-Trace-Id`
/// @param clientContext JSON of mobile clients, decoded
/// @param cognitoIdentity JSON
public record InvocationRequest(
    String requestId,
    Bytes payload,
    Arn invokedArn,
    @Nullable String traceId,
    @Nullable String clientContext,
    @Nullable String cognitoIdentity) {

  public static InvocationRequest of(String requestId, Bytes payload, Arn invokedArn) {
    return new InvocationRequest(requestId, payload, invokedArn, null, null, null);
  }
}
