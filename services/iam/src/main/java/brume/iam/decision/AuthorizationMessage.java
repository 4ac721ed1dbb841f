package brume.iam.decision;

import brume.identity.policy.Decision;
import brume.json.Json;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import java.util.Map;

/// Why a call was denied, for those who may decode it.
///
/// Source: AWS STS API reference, `DecodeAuthorizationMessage`.
public final class AuthorizationMessage {
  private AuthorizationMessage() {}

  public static Json of(Call call, Access.Need need, Decision.Denied decision) {
    boolean isExplicit = decision instanceof Decision.ExplicitlyDenied;
    var matched =
        decision instanceof Decision.ExplicitlyDenied(var match)
            ? List.<Json>of(statement(match))
            : List.<Json>of();
    return Json.object(
        "allowed", Json.of(false),
        "explicitDeny", Json.of(isExplicit),
        "matchedStatements", items(matched),
        "failures", items(List.of()),
        "context",
            Json.object(
                "principal", principal(call),
                "action", Json.of(need.action()),
                "resource", Json.of(need.resource()),
                "conditions", conditions(need.conditions())));
  }

  private static Json statement(Decision.Match match) {
    return Json.object(
        "statementId", Json.of(match.sid() == null ? "" : match.sid()), "effect", Json.of("DENY"));
  }

  private static Json principal(Call call) {
    var caller = call.caller();
    return Json.object("id", Json.of(caller.userId()), "arn", Json.of(caller.arn()));
  }

  private static Json conditions(Map<String, List<String>> conditions) {
    return items(
        conditions.entrySet().stream()
            .map(
                entry ->
                    (Json)
                        Json.object(
                            "key",
                            Json.of(entry.getKey()),
                            "values",
                            items(
                                entry.getValue().stream()
                                    .map(value -> (Json) Json.object("value", Json.of(value)))
                                    .toList())))
            .toList());
  }

  private static Json items(List<Json> items) {
    return Json.object("items", new Json.Arr(items));
  }
}
