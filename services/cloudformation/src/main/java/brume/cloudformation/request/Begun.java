package brume.cloudformation.request;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.stack.Deployer;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.Deployment.OnFailure;
import brume.cloudformation.stack.Described;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.Stack;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// Records what was asked for and owes it, in the transaction of the request.
public final class Begun {
  public static final String USER_INITIATED = "User Initiated";

  private Begun() {}

  /// A deployment that the caller asks for.
  public static Deployment deployment(Call call, @Nullable String requestToken) {
    return Deployment.of(call.ids().uuid().toString(), requestToken, Deployer.of(call));
  }

  /// What becomes of a stack that fails; a request says it in one way only.
  public static OnFailure onFailure(@Nullable String named, @Nullable Boolean disableRollback) {
    if (named != null && disableRollback != null) {
      throw VALIDATION_ERROR.because(
          "Specify only one of the following parameters: DisableRollback or OnFailure.");
    }
    if (named != null) {
      return OnFailure.valueOf(named);
    }
    return Boolean.TRUE.equals(disableRollback) ? OnFailure.DO_NOTHING : OnFailure.ROLLBACK;
  }

  public static void creation(
      StackChange change, Stack stack, Revision revision, Deployment deployment) {
    change.want(revision);
    change.begin(deployment);
    change.put(
        Described.as(stack, revision).toBuilder()
            .disableRollback(deployment.onFailure() == OnFailure.DO_NOTHING)
            .build(),
        StackStatus.CREATE_IN_PROGRESS,
        USER_INITIATED);
  }

  public static void update(
      StackChange change, Stack stack, Revision revision, Deployment deployment) {
    checkUpdatable(stack);
    if (StackStatus.of(stack).isSettled()) {
      change.settle(change.wanted());
    }
    change.want(revision);
    change.begin(deployment);
    change.put(
        Described.as(stack, revision).toBuilder()
            .lastUpdatedTime(change.now())
            .disableRollback(deployment.onFailure() == OnFailure.DO_NOTHING)
            .build(),
        StackStatus.UPDATE_IN_PROGRESS,
        USER_INITIATED);
  }

  /// With the role that a request names; the stack keeps the one it had where it names none.
  public static Stack withRole(Stack stack, @Nullable String roleArn) {
    return roleArn == null ? stack : stack.toBuilder().roleArn(roleArn).build();
  }

  public static void checkUpdatable(Stack stack) {
    if (!StackStatus.of(stack).isUpdatable()) {
      throw VALIDATION_ERROR.because(
          "Stack:"
              + stack.stackId()
              + " is in "
              + stack.stackStatus()
              + " state and can not be updated.");
    }
  }

  /// Whether the request is the one that the stack's last deployment came of, sent again.
  public static boolean isAgain(StackChange change, @Nullable String requestToken) {
    var last = change.deployment();
    return requestToken != null && last != null && requestToken.equals(last.requestToken());
  }
}
