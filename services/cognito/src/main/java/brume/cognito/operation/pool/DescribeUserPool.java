package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DescribeUserPoolRequest;
import brume.model.cognitoidp.DescribeUserPoolResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a user pool's settings, and how many users it has.
final class DescribeUserPool
    implements Operation<DescribeUserPoolRequest, DescribeUserPoolResponse> {
  private final Directory directory;

  DescribeUserPool(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeUserPoolRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DescribeUserPoolResponse run(Call call, DescribeUserPoolRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var described =
        pool.settings().toBuilder().estimatedNumberOfUsers(directory.users().count(pool)).build();
    return DescribeUserPoolResponse.builder().userPool(described).build();
  }
}
