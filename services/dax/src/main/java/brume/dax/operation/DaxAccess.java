package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.service.Access;
import brume.service.Call;

/// What callers must be allowed to work with clusters.
final class DaxAccess {
  private DaxAccess() {}

  /// @param cluster its name
  static Access to(Call call, String action, String cluster) {
    return Access.to("dax:" + action, ClusterName.arn(call.scope(), cluster));
  }

  /// For groups and events, which are no resources of policies.
  static Access toAny(String action) {
    return Access.toAny("dax:" + action);
  }
}
