package brume.identity.signature;

import brume.shape.ErrorCode;
import brume.shape.StructureShape;
import org.jspecify.annotations.Nullable;

/// What can be wrong with how a request is signed, and AWS's code and status for it in each
/// dialect.
///
/// Sources: "Common errors" of the API references of DynamoDB, Lambda and STS; "Client error codes"
/// of the EC2 API reference; "Error responses" of the S3 API reference.
public enum Refusal {
  /// No signature, and the operation wants one.
  MISSING("MissingAuthenticationToken", 403, "AccessDenied", 403),
  /// The Authorization header lacks something or cannot be read.
  INCOMPLETE("IncompleteSignature", 400, "AuthorizationHeaderMalformed", 400),
  /// The parameters of a presigned URL lack something or cannot be read.
  INCOMPLETE_QUERY("IncompleteSignature", 400, "AuthorizationQueryParametersError", 400),
  /// A signature of version 2, 4A or another that is not verified here.
  UNSUPPORTED("IncompleteSignature", 400, "InvalidRequest", 400),
  UNKNOWN_KEY("UnrecognizedClient", "InvalidClientTokenId", 403, "InvalidAccessKeyId", 403),
  INVALID_TOKEN("UnrecognizedClient", "InvalidClientTokenId", 403, "InvalidToken", 400),
  EXPIRED_TOKEN("ExpiredToken", 403, "ExpiredToken", 400),
  MISMATCH("InvalidSignature", "SignatureDoesNotMatch", 403, "SignatureDoesNotMatch", 403),
  /// Signed for another region, service or day than it was sent to.
  WRONG_SCOPE(
      "InvalidSignature", "SignatureDoesNotMatch", 403, "AuthorizationHeaderMalformed", 400),
  /// A header that must be signed is not.
  UNSIGNED_HEADER("InvalidSignature", "SignatureDoesNotMatch", 403, "AccessDenied", 403),
  /// The clocks of client and server are too far apart.
  SKEWED("InvalidSignature", "SignatureDoesNotMatch", 403, "RequestTimeTooSkewed", 403),
  /// A presigned URL after its time.
  EXPIRED("InvalidSignature", "SignatureDoesNotMatch", 403, "AccessDenied", 403),
  /// S3 wants `x-amz-content-sha256` in every signed request.
  MISSING_CONTENT_HASH("InvalidSignature", 403, "InvalidRequest", 400),
  INVALID_CONTENT_HASH("InvalidSignature", 403, "InvalidArgument", 400),
  /// The body is not the one that was signed.
  OTHER_BODY("InvalidSignature", "SignatureDoesNotMatch", 403, "XAmzContentSHA256Mismatch", 400),
  MISSING_LENGTH("MissingContentLength", 411, "MissingContentLength", 411),
  /// The decoded body has another length than was announced.
  INCOMPLETE_BODY("IncompleteBody", 400, "IncompleteBody", 400),
  MALFORMED_CHUNK("InvalidRequest", 400, "InvalidRequest", 400),
  SMALL_CHUNK("InvalidChunkSizeError", 403, "InvalidChunkSizeError", 403),
  MALFORMED_TRAILER("MalformedTrailerError", 400, "MalformedTrailerError", 400),
  /// Longer than may be kept to compute a hash that the client did not send.
  TOO_LARGE("RequestEntityTooLarge", 413, "EntityTooLarge", 400);

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private final String stem;
  private final String query;
  private final int queryStatus;
  private final String s3;
  private final int s3Status;

  Refusal(String stem, String query, int queryStatus, String s3, int s3Status) {
    this.stem = stem;
    this.query = query;
    this.queryStatus = queryStatus;
    this.s3 = s3;
    this.s3Status = s3Status;
  }

  Refusal(String stem, int queryStatus, String s3, int s3Status) {
    this(stem, stem, queryStatus, s3, s3Status);
  }

  /// The code and status that a client of this dialect is told.
  public ErrorCode in(Dialect dialect) {
    return switch (dialect) {
      case JSON ->
          new Spelling(stem + "Exception", queryStatus == FORBIDDEN ? BAD_REQUEST : queryStatus);
      case REST_JSON ->
          new Spelling(stem + "Exception", queryStatus == BAD_REQUEST ? FORBIDDEN : queryStatus);
      case QUERY -> new Spelling(query, queryStatus);
      case EC2 -> ec2();
      case S3 -> new Spelling(s3, s3Status);
    };
  }

  private Spelling ec2() {
    return switch (this) {
      case MISSING, UNKNOWN_KEY, INVALID_TOKEN -> new Spelling("AuthFailure", 401);
      case EXPIRED_TOKEN, EXPIRED, SKEWED -> new Spelling("RequestExpired", BAD_REQUEST);
      default -> new Spelling(query, queryStatus);
    };
  }

  RefusedException because(String message) {
    return new RefusedException(this, message);
  }

  private record Spelling(String code, int status) implements ErrorCode {
    @Override
    public @Nullable StructureShape<?> shape() {
      return null;
    }
  }
}
