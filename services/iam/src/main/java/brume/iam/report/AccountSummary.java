package brume.iam.report;

import brume.base.Scope;
import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.identity.policy.PolicyQuota;
import java.util.Map;
import java.util.TreeMap;

/// How much an account's IAM holds, and how much it may.
///
/// Source: IAM API reference, `GetAccountSummary`.
public record AccountSummary(Directory directory) {
  private static final int VERSIONS_PER_POLICY = 5;
  private static final int ATTACHED_POLICIES = 10;
  private static final int GROUPS_PER_USER = 10;
  private static final int KEYS_PER_USER = 2;

  public Map<String, Integer> of(Scope scope) {
    var summary = new TreeMap<String, Integer>();
    count(summary, "Users", EntityKind.USER, directory.users().all(scope).size());
    count(summary, "Groups", EntityKind.GROUP, directory.groups().all(scope).size());
    count(summary, "Roles", EntityKind.ROLE, directory.roles().all(scope).size());
    var profiles = directory.profiles().all(scope).size();
    count(summary, "InstanceProfiles", EntityKind.INSTANCE_PROFILE, profiles);
    var policies = directory.policies().own().all(scope);
    count(summary, "Policies", EntityKind.POLICY, policies.size());
    int versions =
        policies.stream()
            .mapToInt(
                policy -> directory.policies().versions(scope, String.valueOf(policy.arn())).size())
            .sum();
    summary.put("PolicyVersionsInUse", versions);
    summary.put("Providers", directory.openIdProviders().all(scope).size());
    int rootKeys = directory.keys().of(scope, scope.account()).size();
    summary.put("AccountAccessKeysPresent", Math.min(1, rootKeys));
    quotas(summary);
    return summary;
  }

  private static void count(
      Map<String, Integer> summary, String name, EntityKind kind, int present) {
    summary.put(name, present);
    summary.put(name + "Quota", kind.quota());
  }

  private static void quotas(Map<String, Integer> summary) {
    summary.put("VersionsPerPolicyQuota", VERSIONS_PER_POLICY);
    summary.put("AttachedPoliciesPerGroupQuota", ATTACHED_POLICIES);
    summary.put("AttachedPoliciesPerRoleQuota", ATTACHED_POLICIES);
    summary.put("AttachedPoliciesPerUserQuota", ATTACHED_POLICIES);
    summary.put("GroupsPerUserQuota", GROUPS_PER_USER);
    summary.put("AccessKeysPerUserQuota", KEYS_PER_USER);
    summary.put("PolicySizeQuota", PolicyQuota.MANAGED_CHARS);
    summary.put("UserPolicySizeQuota", PolicyQuota.USER_CHARS);
    summary.put("GroupPolicySizeQuota", PolicyQuota.GROUP_CHARS);
    summary.put("RolePolicySizeQuota", PolicyQuota.ROLE_CHARS);
    summary.put("AssumeRolePolicySizeQuota", PolicyQuota.TRUST_CHARS);
    summary.put("GlobalEndpointTokenVersion", 2);
  }
}
