package brume.apigateway.execution;

import brume.apigateway.rest.ResponseType;
import org.jspecify.annotations.Nullable;

/// The API itself answers, instead of what is behind it.
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ResponseType type;
  private final int status;
  private final String errorType;
  private final boolean byPolicy;
  private final @Nullable String detail;

  private Failure(
      ResponseType type,
      int status,
      @Nullable String message,
      String errorType,
      boolean byPolicy,
      @Nullable String detail) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
    this.errorType = errorType;
    this.byPolicy = byPolicy;
    this.detail = detail;
  }

  /// @param status another one than the type's
  Failure(ResponseType type, int status, String message) {
    this(type, status, message, type.errorType(), false, null);
  }

  Failure(ResponseType type, @Nullable String message) {
    this(type, type.status(), message, type.errorType(), false, null);
  }

  /// A policy does not let the request, in AWS's words.
  static Failure byPolicy(String message) {
    var type = ResponseType.ACCESS_DENIED;
    return new Failure(type, type.status(), message, type.errorType(), true, null);
  }

  /// The same under the name of another error.
  Failure called(String error) {
    return new Failure(type, status, message(), error, byPolicy, detail);
  }

  /// The same with what is wrong, as `$context.error.validationErrorString` tells it.
  Failure detailed(String text) {
    return new Failure(type, status, message(), errorType, byPolicy, text);
  }

  /// What is behind the API answered nothing that could be passed on.
  static Failure badGateway() {
    return new Failure(ResponseType.DEFAULT_5XX, 502, "Internal server error");
  }

  static Failure internal() {
    return new Failure(ResponseType.API_CONFIGURATION_ERROR, "Internal server error");
  }

  ResponseType type() {
    return type;
  }

  int status() {
    return status;
  }

  /// The value of the header `x-amzn-ErrorType`.
  String errorType() {
    return errorType;
  }

  /// Whether a policy refuses: API Gateway tells that under another name.
  boolean byPolicy() {
    return byPolicy;
  }

  @Nullable String detail() {
    return detail;
  }

  @Nullable String message() {
    return getMessage();
  }
}
