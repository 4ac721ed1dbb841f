package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.json.Json;
import brume.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the policy of an API must be like.
///
/// Source: API Gateway Developer Guide, "Controlling access to a REST API with API Gateway resource
/// policies".
public final class PolicyRules {
  private static final String SHORT = "execute-api:/";
  private static final List<String> RESOURCES = List.of("Resource", "NotResource");

  private PolicyRules() {}

  /// Throws the refusal of a text that is no policy of an API.
  public static void check(@Nullable String policy) {
    if (policy == null || policy.isEmpty()) {
      return;
    }
    try {
      var _ = Policy.parse(expanded(policy, "*").print(), Policy.Kind.RESOURCE);
    } catch (MalformedPolicyException | JsonException | ClassCastException e) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Invalid policy document. Please check the policy syntax and ensure that Principals are"
              + " valid.");
    }
  }

  /// With whole ARNs where it names the methods of its API in short.
  public static Json.Obj expanded(String policy, String apiId) {
    var document = (Json.Obj) Json.parse(policy);
    var statements = document.get("Statement");
    return statements == null
        ? document
        : document.with(
            "Statement",
            new Json.Arr(
                statements.list().stream()
                    .map(each -> statement((Json.Obj) each, apiId))
                    .toList()));
  }

  private static Json statement(Json.Obj statement, String apiId) {
    var fields = new LinkedHashMap<>(statement.fields());
    for (var name : RESOURCES) {
      fields.computeIfPresent(
          name,
          (_, value) ->
              new Json.Arr(
                  value.texts().stream().map(each -> Json.of(resource(each, apiId))).toList()));
    }
    return new Json.Obj(fields);
  }

  private static String resource(String text, String apiId) {
    return text.startsWith(SHORT)
        ? "arn:aws:execute-api:*:*:" + apiId + '/' + text.substring(SHORT.length())
        : text;
  }
}
