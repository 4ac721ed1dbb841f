package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.Authorizer;

/// What an authorizer must be like.
public final class AuthorizerRules {
  /// Seconds. Source: API Gateway API reference, "CreateAuthorizer".
  private static final int DEFAULT_TTL = 300;

  private static final int MAX_TTL = 3600;

  private AuthorizerRules() {}

  /// With its id and what the caller left out.
  public static Authorizer created(Authorizer given, String id) {
    return checked(given.toBuilder().id(id).build());
  }

  /// With what the caller left out. Throws the refusal of an authorizer that cannot be one.
  public static Authorizer checked(Authorizer given) {
    boolean isPool = "COGNITO_USER_POOLS".equals(given.type());
    if (!isPool && given.authorizerUri() == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid Lambda function for authorizer URI");
    }
    if (isPool && (given.providerArNs() == null || given.providerArNs().isEmpty())) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid provider ARNs for a Cognito user pool authorizer");
    }
    int ttl =
        given.authorizerResultTtlInSeconds() == null
            ? DEFAULT_TTL
            : given.authorizerResultTtlInSeconds();
    if (ttl < 0 || ttl > MAX_TTL) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid authorizer TTL value. Authorizer TTL must be between 0 and 3600");
    }
    if ("TOKEN".equals(given.type()) && given.identitySource() == null) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Identity source is required for an authorizer of type TOKEN");
    }
    return given.toBuilder()
        .authType(
            given.authType() == null ? isPool ? "cognito_user_pools" : "custom" : given.authType())
        .authorizerResultTtlInSeconds(isPool ? given.authorizerResultTtlInSeconds() : (Integer) ttl)
        .build();
  }
}
