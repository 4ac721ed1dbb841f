package brume.cognito.operation.resourceserver;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DescribeResourceServerRequest;
import brume.model.cognitoidp.DescribeResourceServerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a resource server and its scopes.
final class DescribeResourceServer
    implements Operation<DescribeResourceServerRequest, DescribeResourceServerResponse> {
  private final Directory directory;

  DescribeResourceServer(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeResourceServerRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DescribeResourceServerResponse run(Call call, DescribeResourceServerRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var server = directory.resourceServers().get(pool, input.identifier());
    return new DescribeResourceServerResponse(server);
  }
}
