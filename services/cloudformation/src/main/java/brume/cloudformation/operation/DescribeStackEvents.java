package brume.cloudformation.operation;

import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.model.cloudformation.DescribeStackEventsInput;
import brume.model.cloudformation.DescribeStackEventsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells all that happened to a stack, the youngest first.
public final class DescribeStackEvents
    implements Operation<DescribeStackEventsInput, DescribeStackEventsOutput> {
  private static final int PAGE = 100;

  private final Stacks stacks;

  public DescribeStackEvents(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, DescribeStackEventsInput input) {
    return StackAccess.to(call, "DescribeStackEvents", input.stackName());
  }

  @Override
  public DescribeStackEventsOutput run(Call call, DescribeStackEventsInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.BRACKETED);
    var page = stacks.read(id, view -> view.events(input.nextToken(), PAGE));
    return new DescribeStackEventsOutput(page.next(), page.items());
  }
}
