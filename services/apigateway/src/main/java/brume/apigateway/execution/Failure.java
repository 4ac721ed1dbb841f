package brume.apigateway.execution;

import brume.apigateway.rest.ResponseType;

/// The API itself answers, instead of what is behind it.
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ResponseType type;
  private final int status;

  /// @param status another one than the type's
  Failure(ResponseType type, int status, String message) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
  }

  Failure(ResponseType type, String message) {
    this(type, type.status(), message);
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

  String message() {
    return String.valueOf(getMessage());
  }
}
