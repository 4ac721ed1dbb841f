package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.INVALID_CHANGE_SET_STATUS_EXCEPTION;

import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.Begun;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.ExecuteChangeSetInput;
import brume.model.cloudformation.ExecuteChangeSetOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Begins to make the changes of a change set; the others of the stack are deleted.
public final class ExecuteChangeSet
    implements Operation<ExecuteChangeSetInput, ExecuteChangeSetOutput> {
  static final String EXECUTING = "EXECUTE_IN_PROGRESS";

  private final Stacks stacks;
  private final ChangeSets changeSets;

  public ExecuteChangeSet(Stacks stacks, ChangeSets changeSets) {
    this.stacks = stacks;
    this.changeSets = changeSets;
  }

  @Override
  public Access access(Call call, ExecuteChangeSetInput input) {
    return StackAccess.toChangeSet(
        call, "ExecuteChangeSet", input.changeSetName(), input.stackName());
  }

  @Override
  public ExecuteChangeSetOutput run(Call call, ExecuteChangeSetInput input) {
    var found = changeSets.get(call.scope(), input.changeSetName(), input.stackName());
    var onFailure = Begun.onFailure(found.set().onStackFailure(), input.disableRollback());
    var deployment =
        Begun.deployment(call, input.clientRequestToken())
            .onFailure(onFailure)
            .retainingExceptOnCreate(Boolean.TRUE.equals(input.retainExceptOnCreate()));
    stacks.change(
        found.stack(),
        call.now(),
        change -> {
          if (!Begun.isAgain(change, input.clientRequestToken())) {
            execute(change, found, deployment);
          }
          return change.id();
        });
    return new ExecuteChangeSetOutput();
  }

  private static void execute(StackChange change, ChangeSets.Found found, Deployment deployment) {
    var name = Objects.requireNonNull(found.set().changeSetName());
    var set = ChangeSets.get(change, name);
    var status = set == null ? null : set.executionStatus();
    if (set == null || !"AVAILABLE".equals(status)) {
      throw INVALID_CHANGE_SET_STATUS_EXCEPTION.because(
          "ChangeSet [%s] cannot be executed in its current status of [%s]"
              .formatted(found.set().changeSetId(), found.set().status()));
    }
    var stack = change.stack().toBuilder().changeSetId(set.changeSetId()).build();
    if (StackStatus.of(stack) == StackStatus.REVIEW_IN_PROGRESS) {
      Begun.creation(change, stack, found.revision(), deployment);
    } else {
      Begun.update(change, stack, found.revision(), deployment);
    }
    ChangeSets.replace(change, set.toBuilder().executionStatus(EXECUTING).build());
    ChangeSets.deleteAllBut(change, name);
  }
}
