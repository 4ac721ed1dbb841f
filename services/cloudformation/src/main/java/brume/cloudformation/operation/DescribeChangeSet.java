package brume.cloudformation.operation;

import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.DescribeChangeSetInput;
import brume.model.cloudformation.DescribeChangeSetOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a change set and all its changes.
public final class DescribeChangeSet
    implements Operation<DescribeChangeSetInput, DescribeChangeSetOutput> {
  private final Stacks stacks;
  private final ChangeSets changeSets;

  public DescribeChangeSet(Stacks stacks, ChangeSets changeSets) {
    this.stacks = stacks;
    this.changeSets = changeSets;
  }

  @Override
  public Access access(Call call, DescribeChangeSetInput input) {
    return StackAccess.toChangeSet(
        call, "DescribeChangeSet", input.changeSetName(), input.stackName());
  }

  @Override
  public DescribeChangeSetOutput run(Call call, DescribeChangeSetInput input) {
    var found = changeSets.get(call.scope(), input.changeSetName(), input.stackName());
    var status = stacks.read(found.stack(), StackView::status);
    boolean isWithValues = Boolean.TRUE.equals(input.includePropertyValues());
    var changes = Previews.orNone(found.set().changes());
    return found.set().toBuilder()
        .changes(isWithValues ? changes : changes.stream().map(WithoutValues::of).toList())
        .executionStatus(executionStatus(String.valueOf(found.set().executionStatus()), status))
        .build();
  }

  /// How the execution went is what became of the stack.
  private static String executionStatus(String recorded, StackStatus stack) {
    if (!recorded.equals(ExecuteChangeSet.EXECUTING) || stack.isInProgress()) {
      return recorded;
    }
    boolean isDone = stack == StackStatus.CREATE_COMPLETE || stack == StackStatus.UPDATE_COMPLETE;
    return isDone ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
  }
}
