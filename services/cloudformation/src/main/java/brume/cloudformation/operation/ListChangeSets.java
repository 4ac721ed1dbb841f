package brume.cloudformation.operation;

import brume.cloudformation.data.ChangeSets;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.model.cloudformation.ChangeSetSummary;
import brume.model.cloudformation.DescribeChangeSetOutput;
import brume.model.cloudformation.ListChangeSetsInput;
import brume.model.cloudformation.ListChangeSetsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the change sets of a stack that were not executed.
public final class ListChangeSets implements Operation<ListChangeSetsInput, ListChangeSetsOutput> {
  private final Stacks stacks;
  private final ChangeSets changeSets;

  public ListChangeSets(Stacks stacks, ChangeSets changeSets) {
    this.stacks = stacks;
    this.changeSets = changeSets;
  }

  @Override
  public Access access(Call call, ListChangeSetsInput input) {
    return StackAccess.to(call, "ListChangeSets", input.stackName());
  }

  @Override
  public ListChangeSetsOutput run(Call call, ListChangeSetsInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    return new ListChangeSetsOutput(
        null,
        changeSets.of(id).stream()
            .filter(set -> !ExecuteChangeSet.EXECUTING.equals(set.executionStatus()))
            .map(ListChangeSets::summary)
            .toList());
  }

  private static ChangeSetSummary summary(DescribeChangeSetOutput set) {
    return ChangeSetSummary.builder()
        .changeSetId(set.changeSetId())
        .changeSetName(set.changeSetName())
        .stackId(set.stackId())
        .stackName(set.stackName())
        .description(set.description())
        .creationTime(set.creationTime())
        .status(set.status())
        .statusReason(set.statusReason())
        .executionStatus(set.executionStatus())
        .includeNestedStacks(set.includeNestedStacks())
        .importExistingResources(set.importExistingResources())
        .build();
  }
}
