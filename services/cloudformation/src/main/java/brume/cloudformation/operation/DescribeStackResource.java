package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.request.StackAccess;
import brume.json.Json;
import brume.model.cloudformation.DescribeStackResourceInput;
import brume.model.cloudformation.DescribeStackResourceOutput;
import brume.model.cloudformation.StackResourceDetail;
import brume.model.cloudformation.StackResourceDriftInformation;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Describes one resource of a stack, with its metadata in the template.
public final class DescribeStackResource
    implements Operation<DescribeStackResourceInput, DescribeStackResourceOutput> {
  private final Stacks stacks;

  public DescribeStackResource(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Access access(Call call, DescribeStackResourceInput input) {
    return StackAccess.to(call, "DescribeStackResource", input.stackName());
  }

  @Override
  public DescribeStackResourceOutput run(Call call, DescribeStackResourceInput input) {
    var id = stacks.id(call.scope(), input.stackName(), Stacks.QUOTED);
    var resource = stacks.readOrNull(id, view -> view.resource(input.logicalResourceId()));
    if (resource == null) {
      throw VALIDATION_ERROR.because(
          "Resource "
              + input.logicalResourceId()
              + " does not exist for stack "
              + input.stackName());
    }
    return new DescribeStackResourceOutput(
        StackResourceDetail.builder()
            .stackId(id.toString())
            .stackName(id.name())
            .logicalResourceId(resource.id())
            .physicalResourceId(resource.physicalId())
            .resourceType(resource.type())
            .resourceStatus(resource.status().name())
            .resourceStatusReason(resource.reason())
            .lastUpdatedTimestamp(resource.updated())
            .metadata(stacks.readOrNull(id, view -> metadata(view, resource.id())))
            .driftInformation(
                StackResourceDriftInformation.builder()
                    .stackResourceDriftStatus("NOT_CHECKED")
                    .build())
            .build());
  }

  private static @Nullable String metadata(StackView view, String logicalId) {
    var wanted = view.wanted();
    var spec = wanted == null ? null : wanted.template().resources().get(logicalId);
    return spec == null || spec.metadata().equals(Json.Obj.EMPTY) ? null : spec.metadata().print();
  }
}
