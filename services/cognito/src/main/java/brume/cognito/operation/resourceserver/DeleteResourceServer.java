package brume.cognito.operation.resourceserver;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DeleteResourceServerRequest;
import brume.model.cognitoidp.DeleteResourceServerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Forgets a resource server. Clients that name its scopes keep the names.
final class DeleteResourceServer
    implements Operation<DeleteResourceServerRequest, DeleteResourceServerResponse> {
  private final Directory directory;

  DeleteResourceServer(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteResourceServerRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DeleteResourceServerResponse run(Call call, DeleteResourceServerRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    directory.resourceServers().delete(pool, input.identifier());
    return new DeleteResourceServerResponse();
  }
}
