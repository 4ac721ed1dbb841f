package brume.apigatewayv2.rules;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.record.Lacking;
import brume.base.Ids;
import brume.model.apigatewayv2.Authorizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What an authorizer of an HTTP API must be like.
///
/// Source: API Gateway V2 API reference, "CreateAuthorizer".
public final class AuthorizerRules {
  public static final String TOKENS = "JWT";
  public static final String FUNCTION = "REQUEST";

  private static final int ID_CHARS = 6;
  private static final Set<String> FORMATS = Set.of("1.0", "2.0");
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\$request\\.(header|querystring)\\..+|\\$context\\..+|\\$stageVariables\\..+");
  private static final Pattern TOKEN_SOURCE =
      Pattern.compile("\\$request\\.(header|querystring)\\..+");

  private AuthorizerRules() {}

  public static Authorizer created(Authorizer given, Ids ids) {
    return checked(given).toBuilder().authorizerId(ids.lower(ID_CHARS)).build();
  }

  public static List<String> sources(Authorizer authorizer) {
    return Objects.requireNonNullElse(authorizer.identitySource(), List.of());
  }

  public static Authorizer checked(Authorizer given) {
    Lacking.refuse("IdentityValidationExpression", given.identityValidationExpression());
    for (var source : sources(given)) {
      if (!SOURCE.matcher(source).matches()) {
        throw BAD_REQUEST_EXCEPTION.because("Invalid identity source: " + source);
      }
    }
    switch (String.valueOf(given.authorizerType())) {
      case TOKENS -> checkTokens(given);
      case FUNCTION -> checkFunction(given);
      default ->
          throw BAD_REQUEST_EXCEPTION.because("Invalid authorizer type: " + given.authorizerType());
    }
    return given;
  }

  private static void checkTokens(Authorizer given) {
    var configuration = given.jwtConfiguration();
    if (configuration == null || configuration.issuer() == null) {
      throw BAD_REQUEST_EXCEPTION.because("Issuer is required for JWT authorizers");
    }
    if (!configuration.issuer().startsWith("https://")
        && !configuration.issuer().startsWith("http://")) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Caught exception when connecting to " + configuration.issuer() + ": invalid URL");
    }
    if (configuration.audience() == null || configuration.audience().isEmpty()) {
      throw BAD_REQUEST_EXCEPTION.because("Audience list must have at least 1 item!");
    }
    var sources = sources(given);
    if (sources.size() != 1 || !TOKEN_SOURCE.matcher(sources.getFirst()).matches()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "JWT authorizers need one identity source, of the headers or the query string");
    }
  }

  private static void checkFunction(Authorizer given) {
    if (FunctionUri.function(given.authorizerUri()) == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid Authorizer URI: " + given.authorizerUri());
    }
    var format = given.authorizerPayloadFormatVersion();
    if (format == null || !FORMATS.contains(format)) {
      throw BAD_REQUEST_EXCEPTION.because(
          "AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer");
    }
    if (Boolean.TRUE.equals(given.enableSimpleResponses()) && format.equals("1.0")) {
      throw BAD_REQUEST_EXCEPTION.because(
          "enableSimpleResponses is only supported for payload format version 2.0");
    }
    boolean keeps =
        given.authorizerResultTtlInSeconds() != null && given.authorizerResultTtlInSeconds() > 0;
    if (keeps && sources(given).isEmpty()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Identity source must be specified when caching is enabled");
    }
  }
}
