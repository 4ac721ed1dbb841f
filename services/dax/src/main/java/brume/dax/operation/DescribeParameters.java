package brume.dax.operation;

import brume.dax.data.ParameterGroups;
import brume.model.dax.DescribeParametersRequest;
import brume.model.dax.DescribeParametersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes the parameters of a group.
public final class DescribeParameters
    implements Operation<DescribeParametersRequest, DescribeParametersResponse> {
  private final ParameterGroups parameterGroups;

  public DescribeParameters(ParameterGroups parameterGroups) {
    this.parameterGroups = parameterGroups;
  }

  @Override
  public Access access(Call call, DescribeParametersRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DescribeParametersResponse run(Call call, DescribeParametersRequest input) {
    var parameters =
        parameterGroups.lifetimes(call.scope(), input.parameterGroupName()).parameters().stream()
            .filter(each -> input.source() == null || input.source().equals(each.source()))
            .toList();
    var page = Listing.page(parameters, input.nextToken(), input.maxResults());
    return new DescribeParametersResponse(page.next(), page.items());
  }
}
