package brume.ses.identity;

import brume.identity.policy.Policy;
import brume.identity.policy.language.MalformedPolicyException;
import brume.ses.refusal.Api;
import brume.shape.ErrorCode;
import java.util.TreeMap;

/// Lets others send from an identity: policies by their names.
public final class Policies {
  /// Of one identity. Source: Amazon SES Developer Guide, "Using sending authorization".
  static final int MAX_POLICIES = 20;

  private Policies() {}

  /// Throws `malformed` for a text that is no policy of a resource.
  public static void check(String policy, ErrorCode malformed) {
    try {
      var _ = Policy.parse(policy, Policy.Kind.RESOURCE);
    } catch (MalformedPolicyException e) {
      throw malformed.because("Provided policy is invalid: " + e.getMessage());
    }
  }

  public static Identity put(Identity identity, String name, String policy, Api api) {
    var policies = new TreeMap<>(identity.policies());
    policies.put(name, policy);
    if (policies.size() > MAX_POLICIES) {
      throw api.limit().because("An identity has at most %d policies".formatted(MAX_POLICIES));
    }
    return identity.withPolicies(policies);
  }

  public static Identity delete(Identity identity, String name) {
    var policies = new TreeMap<>(identity.policies());
    policies.remove(name);
    return identity.withPolicies(policies);
  }
}
