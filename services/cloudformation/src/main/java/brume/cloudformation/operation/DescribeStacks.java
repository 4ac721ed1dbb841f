package brume.cloudformation.operation;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.StackStatus;
import brume.model.cloudformation.DescribeStacksInput;
import brume.model.cloudformation.DescribeStacksOutput;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.StackDriftInformation;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Describes one stack, or all that are not deleted.
public final class DescribeStacks implements Operation<DescribeStacksInput, DescribeStacksOutput> {
  static final int PAGE = 100;

  private final Stacks stacks;

  public DescribeStacks(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, DescribeStacksInput input) {
    return StackAccess.toAny(call, "DescribeStacks", input.stackName());
  }

  @Override
  public DescribeStacksOutput run(Call call, DescribeStacksInput input) {
    if (input.stackName() != null) {
      var id = stacks.id(call.scope(), input.stackName(), Stacks.WITH_ID);
      return new DescribeStacksOutput(null, List.of(shown(stacks.read(id, StackView::stack))));
    }
    var page = stacks.page(call.scope(), input.nextToken(), PAGE);
    return new DescribeStacksOutput(
        page.next(),
        page.items().stream()
            .filter(stack -> StackStatus.of(stack) != StackStatus.DELETE_COMPLETE)
            .map(DescribeStacks::shown)
            .toList());
  }

  private static Stack shown(Stack stack) {
    return stack.toBuilder()
        .driftInformation(StackDriftInformation.builder().stackDriftStatus("NOT_CHECKED").build())
        .build();
  }
}
