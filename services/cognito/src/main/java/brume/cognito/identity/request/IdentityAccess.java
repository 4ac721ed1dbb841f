package brume.cognito.identity.request;

import brume.cognito.identity.data.IdentityPools;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.service.Access;
import brume.service.Call;
import java.util.List;

/// What callers need for operations on identity pools.
///
/// Source: Service Authorization Reference, "Amazon Cognito Identity".
public final class IdentityAccess {
  /// For the operations that AWS lets anybody call, without a signature: the tokens that they carry
  /// are what counts.
  public static final Access ANYBODY = new Access(List.of());

  private IdentityAccess() {}

  /// For an operation on one pool, which may not exist.
  public static Access to(Call call, IdentityPools pools, String action, String id) {
    var found = pools.find(id);
    return found != null && found.scope().equals(call.scope())
        ? to(call, action, found)
        : Access.to("cognito-identity:" + action, IdentityPools.arnOf(call.scope(), id));
  }

  public static Access to(Call call, String action, Placed pool) {
    var access =
        Access.to("cognito-identity:" + action, IdentityPools.arnOf(call.scope(), pool.id()));
    var tags = pool.settings().identityPoolTags();
    if (tags != null) {
      for (var tag : tags.entrySet()) {
        access = access.where("aws:ResourceTag/" + tag.getKey(), tag.getValue());
      }
    }
    return access;
  }
}
