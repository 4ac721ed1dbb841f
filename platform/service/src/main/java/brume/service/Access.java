package brume.service;

import brume.base.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a caller must be allowed for an operation to run: all of the needs.
public record Access(List<Need> needs) {
  /// For the few operations that AWS lets every verified caller run, such as `GetCallerIdentity`.
  public static final Access VERIFIED_CALLER = new Access(List.of());

  /// @param action such as `sqs:SendMessage`
  /// @param resource an ARN, or `*` for an action without one
  /// @param conditions the service's own condition keys, such as `s3:prefix`, and their values here
  public record Need(String action, String resource, Map<String, List<String>> conditions) {}

  public static Access to(String action, String resource) {
    return new Access(List.of(new Need(action, resource, Map.of())));
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
      richer.add(new Need(need.action, need.resource, Map.copyOf(conditions)));
    }
    return new Access(List.copyOf(richer));
  }
}
