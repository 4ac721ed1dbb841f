package brume.cognito.operation.resourceserver;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.CreateResourceServerRequest;
import brume.model.cognitoidp.CreateResourceServerResponse;
import brume.model.cognitoidp.ResourceServerType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells a pool of an API for which its tokens may be, and of the scopes that it has.
final class CreateResourceServer
    implements Operation<CreateResourceServerRequest, CreateResourceServerResponse> {
  private final Directory directory;

  CreateResourceServer(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateResourceServerRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public CreateResourceServerResponse run(Call call, CreateResourceServerRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var server =
        new ResourceServerType(
            input.identifier(), input.name(), input.scopes(), input.userPoolId());
    return new CreateResourceServerResponse(directory.resourceServers().create(pool, server));
  }
}
