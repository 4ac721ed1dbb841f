package brume.cognito.operation.admin;

import brume.cognito.account.Confirmation;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminConfirmSignUpRequest;
import brume.model.cognitoidp.AdminConfirmSignUpResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Confirms a user without a code.
final class AdminConfirmSignUp
    implements Operation<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse> {
  private final Directory directory;
  private final Confirmation confirmation;

  AdminConfirmSignUp(Directory directory, Confirmation confirmation) {
    this.directory = directory;
    this.confirmation = confirmation;
  }

  @Override
  public Access access(Call call, AdminConfirmSignUpRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminConfirmSignUpResponse run(Call call, AdminConfirmSignUpRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    confirmation.confirm(call, pool, input.username(), Metadata.of(input.clientMetadata()));
    return new AdminConfirmSignUpResponse();
  }
}
