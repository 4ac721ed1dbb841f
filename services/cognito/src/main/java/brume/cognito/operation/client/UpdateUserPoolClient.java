package brume.cognito.operation.client;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.UpdateUserPoolClientRequest;
import brume.model.cognitoidp.UpdateUserPoolClientResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes an app client. What is not given goes back to what it is without being asked for.
final class UpdateUserPoolClient
    implements Operation<UpdateUserPoolClientRequest, UpdateUserPoolClientResponse> {
  private final Directory directory;

  UpdateUserPoolClient(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateUserPoolClientRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public UpdateUserPoolClientResponse run(Call call, UpdateUserPoolClientRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var scopes = directory.resourceServers().scopes(pool);
    var client =
        directory
            .clients()
            .change(
                pool,
                input.clientId(),
                before -> ClientSettings.updated(before, input, pool, scopes, call.now()));
    return UpdateUserPoolClientResponse.builder().userPoolClient(client.settings()).build();
  }
}
