package brume.cloudformation.stack;

import brume.model.cloudformation.Stack;
import java.util.EnumSet;
import java.util.Set;

/// Where a stack stands. While it is one of those in progress, it also says what the deployment
/// does next.
///
/// Source: "Stack status codes" of the CloudFormation user guide.
public enum StackStatus {
  REVIEW_IN_PROGRESS,
  CREATE_IN_PROGRESS,
  CREATE_FAILED,
  CREATE_COMPLETE,
  ROLLBACK_IN_PROGRESS,
  ROLLBACK_FAILED,
  ROLLBACK_COMPLETE,
  UPDATE_IN_PROGRESS,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
  UPDATE_COMPLETE,
  UPDATE_FAILED,
  UPDATE_ROLLBACK_IN_PROGRESS,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
  UPDATE_ROLLBACK_COMPLETE,
  UPDATE_ROLLBACK_FAILED,
  DELETE_IN_PROGRESS,
  DELETE_FAILED,
  DELETE_COMPLETE;

  private static final Set<StackStatus> SETTLED =
      EnumSet.of(CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE);

  public static StackStatus of(Stack stack) {
    return valueOf(stack.stackStatus());
  }

  public boolean isInProgress() {
    return name().endsWith("_IN_PROGRESS");
  }

  /// Whether the stack is all that its revision wants: what a later rollback goes back to.
  public boolean isSettled() {
    return SETTLED.contains(this);
  }

  public boolean isUpdatable() {
    return isSettled() || this == CREATE_FAILED || this == UPDATE_FAILED;
  }

  public boolean isDeletable() {
    return !isInProgress() || this == REVIEW_IN_PROGRESS || this == CREATE_IN_PROGRESS;
  }
}
