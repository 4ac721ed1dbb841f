package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.RollbackStackInput;
import brume.model.cloudformation.RollbackStackOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Rolls a stack back that failed and was left as it was.
public final class RollbackStack implements Operation<RollbackStackInput, RollbackStackOutput> {
  private final Stacks stacks;

  public RollbackStack(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, RollbackStackInput input) {
    return StackAccess.toChange(call, "RollbackStack", input.stackName(), null, input.roleArn());
  }

  @Override
  public RollbackStackOutput run(Call call, RollbackStackInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    var deployment =
        Begun.deployment(call, input.clientRequestToken())
            .retainingExceptOnCreate(Boolean.TRUE.equals(input.retainExceptOnCreate()));
    stacks.change(id, call.now(), change -> begin(change, input, deployment));
    return RollbackStackOutput.builder().stackId(id.toString()).build();
  }

  private static StackId begin(
      StackChange change, RollbackStackInput input, Deployment deployment) {
    if (Begun.isAgain(change, input.clientRequestToken())) {
      return change.id();
    }
    var status = change.status();
    if (status != StackStatus.CREATE_FAILED && status != StackStatus.UPDATE_FAILED) {
      throw VALIDATION_ERROR.because(
          "Stack:" + change.id() + " is in " + status + " state and can not be rolled back");
    }
    change.begin(deployment);
    change.put(
        Begun.withRole(change.stack(), input.roleArn()),
        change.settled() == null
            ? StackStatus.ROLLBACK_IN_PROGRESS
            : StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
        Begun.USER_INITIATED);
    return change.id();
  }
}
