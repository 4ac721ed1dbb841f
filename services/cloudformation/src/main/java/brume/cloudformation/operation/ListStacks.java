package brume.cloudformation.operation;

import brume.cloudformation.data.Stacks;
import brume.model.cloudformation.ListStacksInput;
import brume.model.cloudformation.ListStacksOutput;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.StackSummary;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists all stacks, deleted ones among them, or those of some statuses.
public final class ListStacks implements Operation<ListStacksInput, ListStacksOutput> {
  private final Stacks stacks;

  public ListStacks(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, ListStacksInput input) {
    return Access.toAny("cloudformation:ListStacks");
  }

  @Override
  public ListStacksOutput run(Call call, ListStacksInput input) {
    var statuses = Previews.orNone(input.stackStatusFilter());
    var page = stacks.page(call.scope(), input.nextToken(), DescribeStacks.PAGE);
    return new ListStacksOutput(
        page.next(),
        page.items().stream()
            .filter(stack -> statuses.isEmpty() || statuses.contains(stack.stackStatus()))
            .map(ListStacks::summary)
            .toList());
  }

  private static StackSummary summary(Stack stack) {
    return StackSummary.builder()
        .stackId(stack.stackId())
        .stackName(stack.stackName())
        .stackStatus(stack.stackStatus())
        .stackStatusReason(stack.stackStatusReason())
        .templateDescription(stack.description())
        .creationTime(stack.creationTime())
        .lastUpdatedTime(stack.lastUpdatedTime())
        .deletionTime(stack.deletionTime())
        .build();
  }
}
