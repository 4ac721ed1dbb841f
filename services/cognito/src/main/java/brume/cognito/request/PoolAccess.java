package brume.cognito.request;

import brume.base.Arn;
import brume.cognito.data.Pools;
import brume.cognito.pool.Pool;
import brume.model.cognitoidp.SmsConfigurationType;
import brume.service.Access;
import brume.service.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What callers need for operations on pools.
///
/// Source: Service Authorization Reference, "Amazon Cognito User Pools".
public final class PoolAccess {
  /// For the operations that AWS lets anybody call, without a signature: what they carry, a client
  /// id, a code or a token, is what counts.
  public static final Access ANYBODY = new Access(List.of());

  private PoolAccess() {}

  /// For an operation on one pool, which may not exist.
  public static Access to(Call call, Pools pools, String action, String id) {
    var named = Arn.of("cognito-idp", call.scope(), "userpool/" + id);
    var access = Access.to("cognito-idp:" + action, named);
    var pool = pools.find(id);
    return pool == null || !pool.scope().equals(call.scope()) ? access : tagged(access, pool);
  }

  /// For an operation on what an ARN names, which may be no pool.
  public static Access toArn(Pools pools, String action, String arn) {
    var access = Access.to("cognito-idp:" + action, arn);
    var pool = Arn.parse(arn).map(Arn::name).map(pools::find).orElse(null);
    return pool == null || !pool.arn().toString().equals(arn) ? access : tagged(access, pool);
  }

  private static Access tagged(Access access, Pool pool) {
    var tagged = access;
    for (var tag : pool.tags().entrySet()) {
      tagged = tagged.where("aws:ResourceTag/" + tag.getKey(), tag.getValue());
    }
    return tagged;
  }

  /// With the role that a request gives to Cognito; null for none.
  public static Access passing(Access access, @Nullable String role) {
    return role == null
        ? access
        : access.and(
            Access.to("iam:PassRole", role)
                .where("iam:PassedToService", "cognito-idp.amazonaws.com"));
  }

  /// The same with the role in which texts are sent.
  public static Access passing(Access access, @Nullable SmsConfigurationType texts) {
    return passing(access, texts == null ? null : texts.snsCallerArn());
  }

  /// With the tags that a request gives.
  public static Access giving(Access access, @Nullable Map<String, String> tags) {
    if (tags == null || tags.isEmpty()) {
      return access;
    }
    var asked = access.where("aws:TagKeys", tags.keySet().toArray(String[]::new));
    for (var tag : tags.entrySet()) {
      asked = asked.where("aws:RequestTag/" + tag.getKey(), tag.getValue());
    }
    return asked;
  }
}
