package brume.apigateway.authorizer;

import brume.identity.Principal;
import brume.identity.policy.Decision;
import brume.identity.policy.Policies;
import brume.identity.policy.Policy;
import brume.identity.policy.Request;
import brume.identity.policy.language.ContextKeys;
import brume.identity.policy.language.MalformedPolicyException;
import brume.json.Json;
import brume.service.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an authorizer function answered.
///
/// Source: API Gateway Developer Guide, "Output from an API Gateway Lambda authorizer" and "Control
/// access to HTTP APIs with AWS Lambda authorizers".
///
/// @param principalId whom the policy is for; null in simple answers
/// @param policy null in simple answers
/// @param allowed what a simple answer says
/// @param context what the function tells those behind it
/// @param usageKey the API key that requests count for
public record Grant(
    @Nullable String principalId,
    @Nullable Policy policy,
    boolean allowed,
    Map<String, Json> context,
    @Nullable String usageKey) {
  private static final String INVOKE = "execute-api:Invoke";

  /// Null when the answer is malformed.
  public static @Nullable Grant ofPolicy(Json.Obj answer) {
    var principal = answer.get("principalId");
    var context = context(answer);
    if (principal == null
        || principal.text() == null
        || context == null
        || !(answer.get("policyDocument") instanceof Json.Obj document)) {
      return null;
    }
    var key = answer.get("usageIdentifierKey");
    try {
      var policy = Policy.parse(document.print(), Policy.Kind.IDENTITY);
      return new Grant(principal.text(), policy, false, context, key == null ? null : key.text());
    } catch (MalformedPolicyException _) {
      return null;
    }
  }

  /// Null when the answer is malformed.
  public static @Nullable Grant ofSimple(Json.Obj answer) {
    var context = context(answer);
    return context != null && answer.get("isAuthorized") instanceof Json.Bool(boolean allowed)
        ? new Grant(null, null, allowed, context, null)
        : null;
  }

  private static @Nullable Map<String, Json> context(Json.Obj answer) {
    return switch (answer.get("context")) {
      case null -> Map.of();
      case Json.Null _ -> Map.of();
      case Json.Obj object -> object.fields();
      default -> null;
    };
  }

  /// Whether what is in the context is text, number or truth value, as REST APIs want it.
  public boolean isFlat() {
    return context.values().stream()
        .noneMatch(value -> value instanceof Json.Obj || value instanceof Json.Arr);
  }

  /// @param method the ARN of what is asked for
  public Decision decide(Call call, String method) {
    if (policy == null) {
      return allowed
          ? new Decision.Allowed(null)
          : new Decision.ImplicitlyDenied(brume.identity.policy.PolicyType.IDENTITY);
    }
    var account = call.scope().account();
    var name = String.valueOf(principalId);
    var request =
        new Request(
            INVOKE,
            method,
            new Principal.User(account, "/", name, name),
            account,
            ContextKeys.of(call.context().keys()));
    return Policies.ofIdentity(List.of(policy)).decide(request);
  }
}
