package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.ContinueUpdateRollbackInput;
import brume.model.cloudformation.ContinueUpdateRollbackOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Set;

/// Tries again to roll an update back, passing over resources that the caller names.
public final class ContinueUpdateRollback
    implements Operation<ContinueUpdateRollbackInput, ContinueUpdateRollbackOutput> {
  private final Stacks stacks;

  public ContinueUpdateRollback(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, ContinueUpdateRollbackInput input) {
    return StackAccess.toChange(
        call, "ContinueUpdateRollback", input.stackName(), null, input.roleArn());
  }

  @Override
  public ContinueUpdateRollbackOutput run(Call call, ContinueUpdateRollbackInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    var deployment =
        Begun.deployment(call, input.clientRequestToken())
            .leavingAlone(Set.copyOf(Previews.orNone(input.resourcesToSkip())));
    stacks.change(id, call.now(), change -> begin(change, input, deployment));
    return new ContinueUpdateRollbackOutput();
  }

  private static StackId begin(
      StackChange change, ContinueUpdateRollbackInput input, Deployment deployment) {
    if (Begun.isAgain(change, input.clientRequestToken())) {
      return change.id();
    }
    if (change.status() != StackStatus.UPDATE_ROLLBACK_FAILED) {
      throw VALIDATION_ERROR.because(
          "Stack:"
              + change.id()
              + " is in "
              + change.status()
              + " state and can not continue update rollback");
    }
    change.begin(deployment);
    change.put(
        Begun.withRole(change.stack(), input.roleArn()),
        StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
        Begun.USER_INITIATED);
    return change.id();
  }
}
