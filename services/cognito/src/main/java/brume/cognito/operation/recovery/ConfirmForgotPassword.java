package brume.cognito.operation.recovery;

import brume.cognito.account.Recovery;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.SecretHash;
import brume.model.cognitoidp.ConfirmForgotPasswordRequest;
import brume.model.cognitoidp.ConfirmForgotPasswordResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets a new password by the code that was sent.
final class ConfirmForgotPassword
    implements Operation<ConfirmForgotPasswordRequest, ConfirmForgotPasswordResponse> {
  private final Directory directory;
  private final Recovery recovery;

  ConfirmForgotPassword(Directory directory, Recovery recovery) {
    this.directory = directory;
    this.recovery = recovery;
  }

  @Override
  public Access access(Call call, ConfirmForgotPasswordRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public ConfirmForgotPasswordResponse run(Call call, ConfirmForgotPasswordRequest input) {
    var client = directory.clients().get(input.clientId());
    SecretHash.check(client, input.secretHash(), input.username());
    recovery.confirm(
        call,
        client,
        input.username(),
        input.confirmationCode(),
        input.password(),
        Metadata.of(input.clientMetadata()));
    return new ConfirmForgotPasswordResponse();
  }
}
