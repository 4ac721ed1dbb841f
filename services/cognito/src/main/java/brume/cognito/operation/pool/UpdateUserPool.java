package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.pool.PoolSettings;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.UpdateUserPoolRequest;
import brume.model.cognitoidp.UpdateUserPoolResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a user pool's settings.
final class UpdateUserPool implements Operation<UpdateUserPoolRequest, UpdateUserPoolResponse> {
  private final Directory directory;

  UpdateUserPool(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateUserPoolRequest input) {
    var access = PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
    return PoolAccess.passing(
        PoolAccess.giving(access, input.userPoolTags()), input.smsConfiguration());
  }

  @Override
  public UpdateUserPoolResponse run(Call call, UpdateUserPoolRequest input) {
    Unsupported.refuse(input);
    directory
        .pools()
        .change(
            call.scope(),
            input.userPoolId(),
            before -> PoolSettings.updated(before, input, call.now()));
    return new UpdateUserPoolResponse();
  }
}
