package brume.apigateway.operation.methods;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.data.Draft;
import brume.apigateway.data.Kind;
import brume.model.apigateway.Method;
import java.util.List;
import java.util.Set;

/// What a method must be like.
final class MethodRules {
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");
  private static final Set<String> AUTHORIZATIONS =
      Set.of("NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS");

  private MethodRules() {}

  /// With what the caller left out.
  static Method checked(Method method) {
    if (!VERBS.contains(String.valueOf(method.httpMethod()))) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY");
    }
    if (!AUTHORIZATIONS.contains(String.valueOf(method.authorizationType()))) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid authorization type specified. Valid options are NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS");
    }
    return method.toBuilder().apiKeyRequired(Boolean.TRUE.equals(method.apiKeyRequired())).build();
  }

  static void checkAuthorizer(Method method, Draft draft) {
    var type = method.authorizationType();
    boolean asks = "CUSTOM".equals(type) || "COGNITO_USER_POOLS".equals(type);
    var id = method.authorizerId();
    if (asks && (id == null || draft.find(Kind.AUTHORIZER, id) == null)) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or"
              + " COGNITO_USER_POOLS requires a valid authorizer.");
    }
    var validator = method.requestValidatorId();
    if (validator != null && draft.find(Kind.VALIDATOR, validator) == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid Request Validator identifier specified");
    }
    for (var model :
        method.requestModels() == null ? List.<String>of() : method.requestModels().values()) {
      if (draft.find(Kind.MODEL, model) == null) {
        throw BAD_REQUEST_EXCEPTION.because("Invalid model identifier specified: " + model);
      }
    }
  }
}
