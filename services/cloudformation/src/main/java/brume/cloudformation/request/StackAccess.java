package brume.cloudformation.request;

import brume.base.Arn;
import brume.cloudformation.stack.Deployer;
import brume.service.Access;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// What callers must be allowed to work with stacks.
///
/// Source: Service Authorization Reference, "AWS CloudFormation".
public final class StackAccess {
  private StackAccess() {}

  /// @param nameOrArn of a stack, in the call's scope unless the ARN says otherwise
  public static Access to(Call call, String action, String nameOrArn) {
    var arn = Arn.parse(nameOrArn);
    return Access.to(
        "cloudformation:" + action,
        arn.isPresent()
            ? nameOrArn
            : Arn.of("cloudformation", call.scope(), "stack/" + nameOrArn + "/*").toString());
  }

  /// To one stack, or to all where none is named.
  public static Access toAny(Call call, String action, @Nullable String nameOrArn) {
    return nameOrArn == null
        ? Access.toAny("cloudformation:" + action)
        : to(call, action, nameOrArn);
  }

  /// For requests that change a stack: the template and the role are known to policies, and the
  /// role must be the caller's to pass.
  public static Access toChange(
      Call call, String action, String stack, @Nullable String url, @Nullable String roleArn) {
    var access = to(call, action, stack);
    if (url != null) {
      access = access.where("cloudformation:TemplateUrl", url);
    }
    if (roleArn == null) {
      return access;
    }
    return access
        .where("cloudformation:RoleArn", roleArn)
        .and(Access.to("iam:PassRole", roleArn).where("iam:PassedToService", Deployer.SERVICE));
  }

  /// @param changeSet a name with its stack's, or an ARN alone
  public static Access toChangeSet(
      Call call, String action, String changeSet, @Nullable String stack) {
    return to(call, action, stack == null ? changeSet : stack)
        .where("cloudformation:ChangeSetName", changeSet);
  }
}
