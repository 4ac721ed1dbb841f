package brume.dynamodb.operation.table;

import brume.model.dynamodb.DescribeEndpointsRequest;
import brume.model.dynamodb.DescribeEndpointsResponse;
import brume.model.dynamodb.Endpoint;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Tells clients that discover endpoints to stay where they are.
public final class DescribeEndpoints
    implements Operation<DescribeEndpointsRequest, DescribeEndpointsResponse> {
  private static final long CACHE_MINUTES = 1440;

  @Override
  public Access access(Call call, DescribeEndpointsRequest input) {
    return Access.toAny("dynamodb:DescribeEndpoints");
  }

  @Override
  public DescribeEndpointsResponse run(Call call, DescribeEndpointsRequest input) {
    var here = call.endpoint();
    return new DescribeEndpointsResponse(
        List.of(new Endpoint(here.host() + ':' + here.port(), CACHE_MINUTES)));
  }
}
