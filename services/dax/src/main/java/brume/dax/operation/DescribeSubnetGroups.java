package brume.dax.operation;

import brume.dax.data.SubnetGroups;
import brume.model.dax.DescribeSubnetGroupsRequest;
import brume.model.dax.DescribeSubnetGroupsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes subnet groups: those that are named, or all.
public final class DescribeSubnetGroups
    implements Operation<DescribeSubnetGroupsRequest, DescribeSubnetGroupsResponse> {
  private final SubnetGroups subnetGroups;

  public DescribeSubnetGroups(SubnetGroups subnetGroups) {
    this.subnetGroups = subnetGroups;
  }

  @Override
  public Access access(Call call, DescribeSubnetGroupsRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DescribeSubnetGroupsResponse run(Call call, DescribeSubnetGroupsRequest input) {
    var names = input.subnetGroupNames();
    var wanted =
        names == null || names.isEmpty()
            ? subnetGroups.all(call.scope())
            : names.stream().map(name -> subnetGroups.get(call.scope(), name)).toList();
    var page = Listing.page(wanted, input.nextToken(), input.maxResults());
    return new DescribeSubnetGroupsResponse(page.next(), page.items());
  }
}
