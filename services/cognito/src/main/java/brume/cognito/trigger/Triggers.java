package brume.cognito.trigger;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_LAMBDA_RESPONSE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.UNEXPECTED_LAMBDA_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_LAMBDA_VALIDATION_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.identity.Principal;
import brume.json.Json;
import brume.json.JsonException;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Asks the functions of pools, as Cognito, for the pool: their policies decide whether it may.
public final class Triggers {
  public static final Principal.Service COGNITO =
      new Principal.Service("cognito-idp.amazonaws.com");

  private Triggers() {}

  public static boolean has(Pool pool, Trigger trigger) {
    return trigger.function(pool.triggers()) != null;
  }

  /// What the function answers as `response`; null when the pool has none for this moment.
  ///
  /// Throws `UserLambdaValidationException` with the function's own words when it fails.
  public static Json.@Nullable Obj ask(Call call, Trigger trigger, Event event) {
    var function = trigger.function(event.pool().triggers());
    if (function == null) {
      return null;
    }
    var payload = Bytes.utf8(event.json(version(event.pool(), trigger)).print());
    var answer = invoke(call, trigger, event.pool(), function, payload);
    var text = answer.payload() == null ? "" : answer.payload().toUtf8();
    if (answer.functionError() != null) {
      throw USER_LAMBDA_VALIDATION_EXCEPTION.because(
          trigger.title() + " failed with error " + message(text) + '.');
    }
    if (parsed(text) instanceof Json.Obj whole
        && whole.get("response") instanceof Json.Obj response) {
      return response;
    }
    throw INVALID_LAMBDA_RESPONSE_EXCEPTION.because("Unrecognizable lambda output");
  }

  private static InvocationResponse invoke(
      Call call, Trigger trigger, Pool pool, String function, Bytes payload) {
    try {
      return call.in(pool.scope())
          .as(COGNITO, pool.arn())
          .invoke(
              LambdaModel.INVOKE,
              InvocationRequest.builder().functionName(function).payload(payload).build());
    } catch (ServiceException refused) {
      throw UNEXPECTED_LAMBDA_EXCEPTION.because(
          trigger.title() + " invocation failed due to error " + refused.error().code() + '.');
    }
  }

  private static String version(Pool pool, Trigger trigger) {
    var versioned = pool.triggers().preTokenGenerationConfig();
    return versioned != null && trigger == Trigger.PRE_TOKEN_GENERATION
        ? versioned.lambdaVersion().substring(1, 2)
        : "1";
  }

  private static String message(String text) {
    var message = parsed(text) instanceof Json.Obj error ? error.get("errorMessage") : null;
    var words = message == null ? null : message.text();
    return words == null ? "" : words;
  }

  private static @Nullable Json parsed(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException _) {
      return null;
    }
  }
}
