package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.CancelUpdateStackInput;
import brume.model.cloudformation.CancelUpdateStackResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Stops an update that is under way, which is then rolled back.
public final class CancelUpdateStack
    implements Operation<CancelUpdateStackInput, CancelUpdateStackResponse> {
  private final Stacks stacks;

  public CancelUpdateStack(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, CancelUpdateStackInput input) {
    return StackAccess.to(call, "CancelUpdateStack", input.stackName());
  }

  @Override
  public CancelUpdateStackResponse run(Call call, CancelUpdateStackInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    stacks.change(id, call.now(), CancelUpdateStack::cancel);
    return new CancelUpdateStackResponse();
  }

  private static StackId cancel(StackChange change) {
    var deployment = change.deployment();
    if (deployment == null || change.status() != StackStatus.UPDATE_IN_PROGRESS) {
      throw VALIDATION_ERROR.because(
          "CancelUpdateStack cannot be called from current stack status");
    }
    if (deployment.trouble() == null) {
      change.put(deployment.inTrouble(Begun.USER_INITIATED));
    }
    return change.id();
  }
}
