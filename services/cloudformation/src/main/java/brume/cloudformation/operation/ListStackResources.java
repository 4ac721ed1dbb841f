package brume.cloudformation.operation;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.LogicalResource;
import brume.model.cloudformation.ListStackResourcesInput;
import brume.model.cloudformation.ListStackResourcesOutput;
import brume.model.cloudformation.StackResourceDriftInformationSummary;
import brume.model.cloudformation.StackResourceSummary;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the resources of a stack by logical id, 100 at a time.
public final class ListStackResources
    implements Operation<ListStackResourcesInput, ListStackResourcesOutput> {
  private static final int PAGE = 100;

  private final Stacks stacks;

  public ListStackResources(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, ListStackResourcesInput input) {
    return StackAccess.to(call, "ListStackResources", input.stackName());
  }

  @Override
  public ListStackResourcesOutput run(Call call, ListStackResourcesInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.WITH_ID);
    var after = input.nextToken();
    var rest =
        stacks.read(id, StackView::resources).stream()
            .filter(resource -> after == null || resource.id().compareTo(after) > 0)
            .toList();
    var page = rest.subList(0, Math.min(PAGE, rest.size()));
    return new ListStackResourcesOutput(
        page.size() < rest.size() ? page.getLast().id() : null,
        page.stream().map(ListStackResources::summary).toList());
  }

  private static StackResourceSummary summary(LogicalResource resource) {
    return StackResourceSummary.builder()
        .logicalResourceId(resource.id())
        .physicalResourceId(resource.physicalId())
        .resourceType(resource.type())
        .resourceStatus(resource.status().name())
        .resourceStatusReason(resource.reason())
        .lastUpdatedTimestamp(resource.updated())
        .driftInformation(
            StackResourceDriftInformationSummary.builder()
                .stackResourceDriftStatus("NOT_CHECKED")
                .build())
        .build();
  }
}
