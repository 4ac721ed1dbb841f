package brume.apigateway.execution;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.record.Lacking;
import brume.apigateway.rest.Definition;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Method;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Who may use a method.
sealed interface RestGuard {
  /// Whom the API's own policy lets.
  record Open() implements RestGuard {}

  /// Whom the policies of IAM let.
  record Signed() implements RestGuard {}

  /// Whoever has a token of a user pool.
  ///
  /// @param pools their ARNs
  /// @param audience what the token must be for
  /// @param scopes of which an access token must have one; empty where an identity token is wanted
  record Pools(
      IdentitySource source, List<String> pools, @Nullable Pattern audience, List<String> scopes)
      implements RestGuard {}

  /// Whom a function lets.
  ///
  /// @param expression what the token must be like before the function is asked
  /// @param seconds how long its answer holds
  record Asking(
      Authorizer authorizer,
      List<IdentitySource> sources,
      @Nullable Pattern expression,
      int seconds)
      implements RestGuard {
    boolean byToken() {
      return "TOKEN".equals(authorizer.type());
    }
  }

  /// Throws the refusal of an authorization that Brume would not honour.
  static RestGuard of(Method method, Definition definition) {
    var type = String.valueOf(method.authorizationType());
    return switch (type) {
      case "NONE" -> new Open();
      case "AWS_IAM" -> new Signed();
      case "COGNITO_USER_POOLS", "CUSTOM" -> {
        var authorizer = definition.authorizer(method.authorizerId());
        if (authorizer == null) {
          throw BAD_REQUEST_EXCEPTION.because("Invalid authorizer ID specified.");
        }
        yield of(authorizer, method);
      }
      default -> throw Lacking.feature("the authorization " + type);
    };
  }

  private static RestGuard of(Authorizer authorizer, Method method) {
    var sources = IdentitySource.all(authorizer.identitySource());
    var expression = expression(authorizer.identityValidationExpression());
    if ("COGNITO_USER_POOLS".equals(authorizer.type())) {
      var scopes = method.authorizationScopes();
      return new Pools(
          sources.isEmpty() ? new IdentitySource("header", "Authorization") : sources.getFirst(),
          authorizer.providerArNs() == null ? List.of() : authorizer.providerArNs(),
          expression,
          scopes == null ? List.of() : scopes);
    }
    if (FunctionUri.function(authorizer.authorizerUri()) == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid Lambda function for authorizer URI");
    }
    var seconds = authorizer.authorizerResultTtlInSeconds();
    return new Asking(authorizer, sources, expression, seconds == null ? 0 : seconds);
  }

  private static @Nullable Pattern expression(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid identity validation expression: " + e.getMessage());
    }
  }
}
