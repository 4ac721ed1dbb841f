package brume.cognito.operation.client;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DescribeUserPoolClientRequest;
import brume.model.cognitoidp.DescribeUserPoolClientResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows an app client, with its secret.
final class DescribeUserPoolClient
    implements Operation<DescribeUserPoolClientRequest, DescribeUserPoolClientResponse> {
  private final Directory directory;

  DescribeUserPoolClient(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeUserPoolClientRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DescribeUserPoolClientResponse run(Call call, DescribeUserPoolClientRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var client = directory.clients().get(pool, input.clientId());
    return DescribeUserPoolClientResponse.builder().userPoolClient(client.settings()).build();
  }
}
