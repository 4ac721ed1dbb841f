package brume.service;

import brume.base.Arn;
import brume.identity.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a caller must be allowed for an operation to run: all of the needs.
public record Access(List<Need> needs) {
  /// For the few operations that AWS lets every verified caller run, such as `GetCallerIdentity`.
  public static final Access VERIFIED_CALLER = new Access(List.of());

  /// @param action such as `sqs:SendMessage`
  /// @param resource an ARN, or `*` for an action without one
  /// @param conditions the service's own condition keys, such as `s3:prefix`, and their values here
  /// @param guard who owns the resource and what its own policy says; null where the resource's ARN
  ///   names its owner and such resources have no policies
  /// @param claimant whom the request proves to be by what it holds, such as the bearer of a web
  ///   identity token; null for the caller
  public record Need(
      String action,
      String resource,
      Map<String, List<String>> conditions,
      @Nullable Guard guard,
      @Nullable Principal claimant) {}

  /// What a resource says of who may use it: a bucket's, a queue's, a function's policy.
  ///
  /// @param account the owner of the resource
  /// @param policy a policy document; null when the resource has none
  public record Guard(String account, @Nullable String policy) {}

  public static Access to(String action, String resource) {
    return new Access(List.of(new Need(action, resource, Map.of(), null, null)));
  }

  public static Access to(String action, Arn resource) {
    return to(action, resource.toString());
  }

  /// For an action on no resource in particular, such as `sqs:ListQueues`.
  public static Access toAny(String action) {
    return to(action, "*");
  }

  public Access and(Access other) {
    var both = new ArrayList<>(needs);
    both.addAll(other.needs);
    return new Access(List.copyOf(both));
  }

  /// The same needs, with a condition key and its values known to each.
  public Access where(String conditionKey, String... values) {
    var richer = new ArrayList<Need>(needs.size());
    for (var need : needs) {
      var conditions = new java.util.HashMap<>(need.conditions);
      conditions.put(conditionKey, List.of(values));
      richer.add(
          new Need(need.action, need.resource, Map.copyOf(conditions), need.guard, need.claimant));
    }
    return new Access(List.copyOf(richer));
  }

  /// The same needs on resources that have a policy of their own.
  public Access guardedBy(Guard guard) {
    return new Access(
        needs.stream()
            .map(
                need -> new Need(need.action, need.resource, need.conditions, guard, need.claimant))
            .toList());
  }

  /// The same needs of somebody else than the caller, who has no credentials yet.
  public Access claimedBy(Principal claimant) {
    return new Access(
        needs.stream()
            .map(
                need -> new Need(need.action, need.resource, need.conditions, need.guard, claimant))
            .toList());
  }
}
