package brume.cognito.operation.resourceserver;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.ResourceServerType;
import brume.model.cognitoidp.UpdateResourceServerRequest;
import brume.model.cognitoidp.UpdateResourceServerResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a name and scopes in place of those that a resource server had.
final class UpdateResourceServer
    implements Operation<UpdateResourceServerRequest, UpdateResourceServerResponse> {
  private final Directory directory;

  UpdateResourceServer(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateResourceServerRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public UpdateResourceServerResponse run(Call call, UpdateResourceServerRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var server =
        new ResourceServerType(
            input.identifier(), input.name(), input.scopes(), input.userPoolId());
    return new UpdateResourceServerResponse(directory.resourceServers().replace(pool, server));
  }
}
