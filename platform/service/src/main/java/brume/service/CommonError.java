package brume.service;

import brume.shape.ErrorCode;
import brume.shape.StructureShape;
import org.jspecify.annotations.Nullable;

/// The errors that every service can answer.
///
/// Source: "Common Errors" of the services' API references.
public enum CommonError implements ErrorCode {
  ACCESS_DENIED("AccessDeniedException", 400),
  EXPIRED_TOKEN("ExpiredTokenException", 400),
  INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
  INTERNAL_FAILURE("InternalFailure", 500),
  INVALID_SIGNATURE("InvalidSignatureException", 400),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", 400),
  NOT_IMPLEMENTED("NotImplemented", 501),
  REQUEST_TOO_LARGE("RequestEntityTooLargeException", 413),
  SERIALIZATION("SerializationException", 400),
  SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
  THROTTLING("ThrottlingException", 400),
  UNKNOWN_OPERATION("UnknownOperationException", 400),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", 400),
  VALIDATION("ValidationException", 400);

  private final String code;
  private final int status;

  CommonError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable StructureShape<?> shape() {
    return null;
  }
}
