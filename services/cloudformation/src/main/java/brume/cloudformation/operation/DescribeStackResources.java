package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.StackId;
import brume.model.cloudformation.DescribeStackResourcesInput;
import brume.model.cloudformation.DescribeStackResourcesOutput;
import brume.model.cloudformation.StackResource;
import brume.model.cloudformation.StackResourceDriftInformation;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes the resources of a stack, or of the stack that a physical id belongs to.
public final class DescribeStackResources
    implements Operation<DescribeStackResourcesInput, DescribeStackResourcesOutput> {
  private final Stacks stacks;

  public DescribeStackResources(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, DescribeStackResourcesInput input) {
    return StackAccess.toAny(call, "DescribeStackResources", input.stackName());
  }

  @Override
  public DescribeStackResourcesOutput run(Call call, DescribeStackResourcesInput input) {
    var id = stack(call, input);
    return new DescribeStackResourcesOutput(
        stacks.read(id, StackView::resources).stream()
            .filter(
                resource ->
                    input.logicalResourceId() == null
                        || input.logicalResourceId().equals(resource.id()))
            .map(resource -> described(id, resource))
            .toList());
  }

  private StackId stack(Call call, DescribeStackResourcesInput input) {
    var physicalId = input.physicalResourceId();
    if ((input.stackName() == null) == (physicalId == null)) {
      throw VALIDATION_ERROR.because(
          "Either stackName or physicalResourceId must be specified but not both");
    }
    if (input.stackName() != null) {
      return stacks.id(call.scope(), input.stackName(), Stacks.WITH_ID);
    }
    return stacks.all(call.scope()).stream()
        .map(stack -> StackId.parse(String.valueOf(stack.stackId())).orElseThrow())
        .filter(
            id ->
                stacks.read(id, StackView::resources).stream()
                    .anyMatch(resource -> String.valueOf(physicalId).equals(resource.physicalId())))
        .findFirst()
        .orElseThrow(() -> VALIDATION_ERROR.because("Stack for " + physicalId + " does not exist"));
  }

  private static StackResource described(StackId id, LogicalResource resource) {
    return StackResource.builder()
        .stackId(id.toString())
        .stackName(id.name())
        .logicalResourceId(resource.id())
        .physicalResourceId(resource.physicalId())
        .resourceType(resource.type())
        .resourceStatus(resource.status().name())
        .resourceStatusReason(resource.reason())
        .timestamp(resource.updated())
        .driftInformation(
            StackResourceDriftInformation.builder().stackResourceDriftStatus("NOT_CHECKED").build())
        .build();
  }
}
