package brume.cognito.identity.request;

import brume.base.Arn;
import brume.cognito.identity.data.IdentityPools;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return toArn(pools, action, IdentityPools.arnOf(call.scope(), id).toString());
  }

  /// For an operation on what an ARN names, which may be no pool.
  public static Access toArn(IdentityPools pools, String action, String arn) {
    var found = Arn.parse(arn).map(Arn::name).map(pools::find).orElse(null);
    return found != null && found.arn().toString().equals(arn)
        ? to(action, found)
        : Access.to("cognito-identity:" + action, arn);
  }

  /// For an operation on the pool of what was found; null when nothing was.
  public static Access to(String action, @Nullable Placed pool) {
    if (pool == null) {
      return Access.toAny("cognito-identity:" + action);
    }
    var access = Access.to("cognito-identity:" + action, pool.arn());
    var tags = pool.settings().identityPoolTags();
    if (tags != null) {
      for (var tag : tags.entrySet()) {
        access = access.where("aws:ResourceTag/" + tag.getKey(), tag.getValue());
      }
    }
    return access;
  }
}
