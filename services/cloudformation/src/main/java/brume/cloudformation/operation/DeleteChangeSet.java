package brume.cloudformation.operation;

import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.model.cloudformation.DeleteChangeSetInput;
import brume.model.cloudformation.DeleteChangeSetOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Deletes a change set; the stack stays as it is. One that is not there is no error.
public final class DeleteChangeSet
    implements Operation<DeleteChangeSetInput, DeleteChangeSetOutput> {
  private final Stacks stacks;
  private final ChangeSets changeSets;

  public DeleteChangeSet(Stacks stacks, ChangeSets changeSets) {
    this.stacks = stacks;
    this.changeSets = changeSets;
  }

  @Override
  public Access access(Call call, DeleteChangeSetInput input) {
    return StackAccess.toChangeSet(
        call, "DeleteChangeSet", input.changeSetName(), input.stackName());
  }

  @Override
  public DeleteChangeSetOutput run(Call call, DeleteChangeSetInput input) {
    var found = changeSets.find(call.scope(), input.changeSetName(), input.stackName());
    if (found != null) {
      stacks.change(
          found.stack(),
          call.now(),
          change -> {
            ChangeSets.delete(change, Objects.requireNonNull(found.set().changeSetName()));
            return change.id();
          });
    }
    return new DeleteChangeSetOutput();
  }
}
