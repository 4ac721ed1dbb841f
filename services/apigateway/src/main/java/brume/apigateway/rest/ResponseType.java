package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.GatewayResponse;
import java.util.Map;

/// The cases in which an API answers by itself.
///
/// Source: API Gateway Developer Guide, "Gateway response types for API Gateway".
public enum ResponseType {
  ACCESS_DENIED(403, "AccessDeniedException"),
  API_CONFIGURATION_ERROR(500, "InternalServerErrorException"),
  AUTHORIZER_CONFIGURATION_ERROR(500, "AuthorizerConfigurationException"),
  AUTHORIZER_FAILURE(500, "AuthorizerFailureException"),
  BAD_REQUEST_BODY(400, "BadRequestException"),
  BAD_REQUEST_PARAMETERS(400, "BadRequestException"),
  DEFAULT_4XX(0, "ForbiddenException"),
  DEFAULT_5XX(0, "InternalServerErrorException"),
  EXPIRED_TOKEN(403, "ExpiredTokenException"),
  INTEGRATION_FAILURE(504, "InternalServerErrorException"),
  INTEGRATION_TIMEOUT(504, "InternalServerErrorException"),
  INVALID_API_KEY(403, "ForbiddenException"),
  INVALID_SIGNATURE(403, "InvalidSignatureException"),
  MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationTokenException"),
  QUOTA_EXCEEDED(429, "LimitExceededException"),
  REQUEST_TOO_LARGE(413, "RequestTooLargeException"),
  RESOURCE_NOT_FOUND(404, "NotFoundException"),
  THROTTLED(429, "TooManyRequestsException"),
  UNAUTHORIZED(401, "UnauthorizedException"),
  UNSUPPORTED_MEDIA_TYPE(415, "BadRequestException"),
  WAF_FILTERED(403, "ForbiddenException");

  /// What an API answers where nothing else is said.
  public static final String DEFAULT_TEMPLATE = "{\"message\":$context.error.messageString}";

  private static final int FIRST_OF_5XX = 500;

  private final int status;
  private final String errorType;

  ResponseType(int status, String errorType) {
    this.status = status;
    this.errorType = errorType;
  }

  /// Throws the refusal of an unknown type.
  public static ResponseType of(String name) {
    for (var type : values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw BAD_REQUEST_EXCEPTION.because("Invalid Gateway Response type specified: " + name);
  }

  /// 0 where the case decides.
  public int status() {
    return status;
  }

  /// The value of the header `x-amzn-ErrorType`.
  public String errorType() {
    return errorType;
  }

  /// The type whose response is given where this one has none of its own.
  public ResponseType fallback(int actual) {
    return actual < FIRST_OF_5XX ? DEFAULT_4XX : DEFAULT_5XX;
  }

  /// As an API that says nothing about this case shows it.
  public GatewayResponse standard() {
    return GatewayResponse.builder()
        .responseType(name())
        .statusCode(status == 0 ? null : Integer.toString(status))
        .defaultResponse(true)
        .responseParameters(Map.of())
        .responseTemplates(Map.of("application/json", DEFAULT_TEMPLATE))
        .build();
  }
}
