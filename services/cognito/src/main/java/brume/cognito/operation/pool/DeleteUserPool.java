package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DeleteUserPoolRequest;
import brume.model.cognitoidp.DeleteUserPoolResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a user pool with its users and clients.
final class DeleteUserPool implements Operation<DeleteUserPoolRequest, DeleteUserPoolResponse> {
  private final Directory directory;

  DeleteUserPool(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserPoolRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DeleteUserPoolResponse run(Call call, DeleteUserPoolRequest input) {
    directory.deletePool(call.scope(), input.userPoolId());
    return new DeleteUserPoolResponse();
  }
}
