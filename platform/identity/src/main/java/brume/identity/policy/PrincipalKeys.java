package brume.identity.policy;

import brume.identity.Principal;
import brume.identity.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The condition keys that follow from who calls. Tags of users and roles are not among them, since
/// they are looked up; those of the session are.
///
/// Source: IAM User Guide, "AWS global condition context keys", properties of the principal and of
/// a role session, and the principal key values of "IAM policy elements: Variables and tags".
public final class PrincipalKeys {
  private PrincipalKeys() {}

  /// @param session of temporary credentials; else null
  public static Map<String, List<String>> of(Principal principal, @Nullable Session session) {
    var keys = new HashMap<String, List<String>>();
    switch (principal) {
      case Principal.Root _ -> identity(keys, principal, "Account");
      case Principal.User user -> {
        identity(keys, principal, "User");
        keys.put("aws:username", List.of(user.name()));
      }
      case Principal.AssumedRole _ -> identity(keys, principal, "AssumedRole");
      case Principal.FederatedUser _ -> identity(keys, principal, "FederatedUser");
      case Principal.Service(var name) -> {
        keys.put("aws:PrincipalIsAWSService", List.of("true"));
        keys.put("aws:PrincipalServiceName", List.of(name));
        keys.put("aws:PrincipalServiceNamesList", List.of(name));
      }
      case Principal.Federated(var provider, _) ->
          keys.put("aws:FederatedProvider", List.of(provider));
      case Principal.Anonymous _ -> keys.put("aws:PrincipalType", List.of("Anonymous"));
    }
    if (session != null) {
      session(keys, session);
    }
    return keys;
  }

  private static void identity(Map<String, List<String>> keys, Principal principal, String type) {
    keys.put("aws:PrincipalArn", List.of(principal.identityArn()));
    keys.put("aws:PrincipalAccount", List.of(principal.account()));
    keys.put("aws:PrincipalType", List.of(type));
    keys.put("aws:PrincipalIsAWSService", List.of("false"));
    keys.put("aws:userid", List.of(principal.userId()));
  }

  private static void session(Map<String, List<String>> keys, Session session) {
    keys.putAll(session.context());
    session.tags().forEach((tag, value) -> keys.put("aws:PrincipalTag/" + tag, List.of(value)));
    keys.put("aws:TokenIssueTime", List.of(session.issued().toString()));
  }
}
