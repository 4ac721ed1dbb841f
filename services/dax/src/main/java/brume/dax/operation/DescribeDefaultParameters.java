package brume.dax.operation;

import brume.dax.cluster.Lifetimes;
import brume.model.dax.DescribeDefaultParametersRequest;
import brume.model.dax.DescribeDefaultParametersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes the parameters as they are unless a group says otherwise.
public final class DescribeDefaultParameters
    implements Operation<DescribeDefaultParametersRequest, DescribeDefaultParametersResponse> {
  @Override
  public Access access(Call call, DescribeDefaultParametersRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DescribeDefaultParametersResponse run(Call call, DescribeDefaultParametersRequest input) {
    var page = Listing.page(Lifetimes.DEFAULT.parameters(), input.nextToken(), input.maxResults());
    return new DescribeDefaultParametersResponse(page.next(), page.items());
  }
}
