package brume.cognito.operation.client;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DeleteUserPoolClientRequest;
import brume.model.cognitoidp.DeleteUserPoolClientResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an app client.
final class DeleteUserPoolClient
    implements Operation<DeleteUserPoolClientRequest, DeleteUserPoolClientResponse> {
  private final Directory directory;

  DeleteUserPoolClient(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserPoolClientRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DeleteUserPoolClientResponse run(Call call, DeleteUserPoolClientRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    directory.clients().delete(pool, input.clientId());
    return new DeleteUserPoolClientResponse();
  }
}
