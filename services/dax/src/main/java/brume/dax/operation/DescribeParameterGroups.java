package brume.dax.operation;

import brume.dax.data.ParameterGroups;
import brume.model.dax.DescribeParameterGroupsRequest;
import brume.model.dax.DescribeParameterGroupsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes parameter groups: those that are named, or all.
public final class DescribeParameterGroups
    implements Operation<DescribeParameterGroupsRequest, DescribeParameterGroupsResponse> {
  private final ParameterGroups parameterGroups;

  public DescribeParameterGroups(ParameterGroups parameterGroups) {
    this.parameterGroups = parameterGroups;
  }

  @Override
  public Access access(Call call, DescribeParameterGroupsRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DescribeParameterGroupsResponse run(Call call, DescribeParameterGroupsRequest input) {
    var names = input.parameterGroupNames();
    var wanted =
        names == null || names.isEmpty()
            ? parameterGroups.all(call.scope())
            : names.stream().map(name -> parameterGroups.get(call.scope(), name)).toList();
    var page = Listing.page(wanted, input.nextToken(), input.maxResults());
    return new DescribeParameterGroupsResponse(page.next(), page.items());
  }
}
