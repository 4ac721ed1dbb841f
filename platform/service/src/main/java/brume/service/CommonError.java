package brume.service;

import brume.identity.signature.Dialect;
import brume.shape.ErrorCode;
import brume.shape.StructureShape;
import org.jspecify.annotations.Nullable;

/// The errors that every service can answer. Operations throw them as they are; a client is told
/// them in the dialect of its service.
///
/// Sources: "Common Errors" of the API references of DynamoDB, Lambda and STS; "Client error codes"
/// of the EC2 API reference; "Error responses" of the S3 API reference.
public enum CommonError implements ErrorCode {
  ACCESS_DENIED("AccessDeniedException", 400, "AccessDenied", 403, "AccessDenied", 403),
  INTERNAL_FAILURE("InternalFailure", 500, "InternalFailure", 500, "InternalError", 500),
  INVALID_SIGNATURE(
      "InvalidSignatureException",
      400,
      "SignatureDoesNotMatch",
      403,
      "AuthorizationHeaderMalformed",
      400),
  NOT_ACCEPTABLE("NotAcceptableException", 406, "NotAcceptable", 406, "InvalidRequest", 400),
  NOT_IMPLEMENTED("NotImplemented", 501, "NotImplemented", 501, "NotImplemented", 501),
  REQUEST_TOO_LARGE(
      "RequestEntityTooLargeException", 413, "RequestEntityTooLarge", 413, "EntityTooLarge", 400),
  SERIALIZATION("SerializationException", 400, "MalformedInput", 400, "MalformedXML", 400),
  SERVICE_UNAVAILABLE(
      "ServiceUnavailable", 503, "ServiceUnavailable", 503, "ServiceUnavailable", 503),
  THROTTLING("ThrottlingException", 400, "Throttling", 400, "SlowDown", 503),
  UNKNOWN_OPERATION(
      "UnknownOperationException", 400, "InvalidAction", 400, "MethodNotAllowed", 405),
  UNSUPPORTED_MEDIA_TYPE(
      "UnsupportedMediaTypeException", 415, "UnsupportedMediaType", 415, "InvalidRequest", 400),
  VALIDATION("ValidationException", 400, "ValidationError", 400, "InvalidRequest", 400);

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private final String json;
  private final int jsonStatus;
  private final String query;
  private final int queryStatus;
  private final String s3;
  private final int s3Status;

  CommonError(String json, int jsonStatus, String query, int queryStatus, String s3, int s3Status) {
    this.json = json;
    this.jsonStatus = jsonStatus;
    this.query = query;
    this.queryStatus = queryStatus;
    this.s3 = s3;
    this.s3Status = s3Status;
  }

  @Override
  public String code() {
    return json;
  }

  @Override
  public int status() {
    return jsonStatus;
  }

  @Override
  public @Nullable StructureShape<?> shape() {
    return null;
  }

  /// The code and status that a client of this dialect is told.
  public ErrorCode in(Dialect dialect) {
    return switch (dialect) {
      case JSON -> this;
      case REST_JSON -> this == ACCESS_DENIED ? new Spelling(json, FORBIDDEN) : this;
      case QUERY -> new Spelling(query, queryStatus);
      case EC2 -> ec2();
      case S3 -> new Spelling(s3, s3Status);
    };
  }

  private Spelling ec2() {
    return switch (this) {
      case ACCESS_DENIED -> new Spelling("UnauthorizedOperation", FORBIDDEN);
      case THROTTLING -> new Spelling("RequestLimitExceeded", queryStatus);
      case VALIDATION -> new Spelling("InvalidParameterValue", BAD_REQUEST);
      default -> new Spelling(query, queryStatus);
    };
  }

  private record Spelling(String code, int status) implements ErrorCode {
    @Override
    public @Nullable StructureShape<?> shape() {
      return null;
    }
  }
}
