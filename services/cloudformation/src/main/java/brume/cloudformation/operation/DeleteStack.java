package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.Lacking;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.DeleteStackResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Set;

/// Begins to delete a stack and its resources. One that is not there, or that is being deleted, is
/// no error.
public final class DeleteStack implements Operation<DeleteStackInput, DeleteStackResponse> {
  private final Stacks stacks;

  public DeleteStack(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, DeleteStackInput input) {
    return StackAccess.toChange(call, "DeleteStack", input.stackName(), null, input.roleArn());
  }

  @Override
  public DeleteStackResponse run(Call call, DeleteStackInput input) {
    Lacking.check(input);
    var id = stacks.find(call.scope(), input.stackName());
    if (id != null) {
      var deployment =
          Begun.deployment(call, input.clientRequestToken())
              .leavingAlone(Set.copyOf(Previews.orNone(input.retainResources())));
      stacks.change(id, call.now(), change -> delete(change, input, deployment));
    }
    return new DeleteStackResponse();
  }

  private static StackId delete(StackChange change, DeleteStackInput input, Deployment deployment) {
    var stack = change.stack();
    var status = StackStatus.of(stack);
    if (status == StackStatus.DELETE_IN_PROGRESS || status == StackStatus.DELETE_COMPLETE) {
      return change.id();
    }
    if (Boolean.TRUE.equals(stack.enableTerminationProtection())) {
      throw VALIDATION_ERROR.because(
          "Stack ["
              + stack.stackName()
              + "] cannot be deleted while TerminationProtection is enabled");
    }
    if (!status.isDeletable()) {
      throw VALIDATION_ERROR.because(
          "Stack [" + stack.stackId() + "] cannot be deleted while in status " + status);
    }
    if (!deployment.leftAlone().isEmpty() && status != StackStatus.DELETE_FAILED) {
      throw VALIDATION_ERROR.because(
          "Invalid operation on stack ["
              + stack.stackId()
              + "]. Specify resources to retain only when stack is in the DELETE_FAILED state.");
    }
    var used = Exports.inUse(change);
    if (used != null) {
      change.put(stack, status, "Delete canceled. Cannot delete export " + used + ".");
      return change.id();
    }
    change.begin(deployment);
    change.put(
        Begun.withRole(stack, input.roleArn()),
        StackStatus.DELETE_IN_PROGRESS,
        Begun.USER_INITIATED);
    return change.id();
  }
}
