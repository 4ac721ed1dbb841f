package brume.cognito.operation.client;

import brume.cognito.data.Directory;
import brume.cognito.pool.PoolId;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolClientResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Makes an app client.
final class CreateUserPoolClient
    implements Operation<CreateUserPoolClientRequest, CreateUserPoolClientResponse> {
  private final Directory directory;

  CreateUserPoolClient(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateUserPoolClientRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public CreateUserPoolClientResponse run(Call call, CreateUserPoolClientRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var id = PoolId.nextClient(call.ids());
    var scopes = directory.resourceServers().scopes(pool);
    var settings = ClientSettings.of(input, pool, id, secret(call, input), scopes, call.now());
    var client = directory.clients().create(pool, settings);
    return CreateUserPoolClientResponse.builder().userPoolClient(client.settings()).build();
  }

  private static @Nullable String secret(Call call, CreateUserPoolClientRequest input) {
    if (input.clientSecret() != null) {
      return input.clientSecret();
    }
    return Boolean.TRUE.equals(input.generateSecret()) ? PoolId.nextSecret(call.ids()) : null;
  }
}
