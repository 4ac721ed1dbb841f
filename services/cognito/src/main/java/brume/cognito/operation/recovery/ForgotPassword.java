package brume.cognito.operation.recovery;

import brume.cognito.account.Recovery;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.SecretHash;
import brume.model.cognitoidp.ForgotPasswordRequest;
import brume.model.cognitoidp.ForgotPasswordResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sends a code by which a user sets a new password.
final class ForgotPassword implements Operation<ForgotPasswordRequest, ForgotPasswordResponse> {
  private final Directory directory;
  private final Recovery recovery;

  ForgotPassword(Directory directory, Recovery recovery) {
    this.directory = directory;
    this.recovery = recovery;
  }

  @Override
  public Access access(Call call, ForgotPasswordRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public ForgotPasswordResponse run(Call call, ForgotPasswordRequest input) {
    var client = directory.clients().get(input.clientId());
    SecretHash.check(client, input.secretHash(), input.username());
    var metadata = Metadata.of(input.clientMetadata());
    return new ForgotPasswordResponse(recovery.forgot(call, client, input.username(), metadata));
  }
}
