package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.pool.PoolId;
import brume.cognito.pool.PoolSettings;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.CreateUserPoolResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a user pool.
final class CreateUserPool implements Operation<CreateUserPoolRequest, CreateUserPoolResponse> {
  private final Directory directory;

  CreateUserPool(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateUserPoolRequest input) {
    var access = Access.toAny("cognito-idp:CreateUserPool");
    return PoolAccess.passing(
        PoolAccess.giving(access, input.userPoolTags()), input.smsConfiguration());
  }

  @Override
  public CreateUserPoolResponse run(Call call, CreateUserPoolRequest input) {
    Unsupported.refuse(input);
    var id = PoolId.next(call.scope(), call.ids());
    var settings = PoolSettings.of(input, call.scope(), id, call.now());
    var pool = directory.createPool(call.scope(), settings);
    return CreateUserPoolResponse.builder().userPool(pool.settings()).build();
  }
}
