package brume.cognito.operation.signup;

import brume.cognito.account.Confirmation;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.SecretHash;
import brume.model.cognitoidp.ResendConfirmationCodeRequest;
import brume.model.cognitoidp.ResendConfirmationCodeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sends another code to a user who signed up.
final class ResendConfirmationCode
    implements Operation<ResendConfirmationCodeRequest, ResendConfirmationCodeResponse> {
  private final Directory directory;
  private final Confirmation confirmation;

  ResendConfirmationCode(Directory directory, Confirmation confirmation) {
    this.directory = directory;
    this.confirmation = confirmation;
  }

  @Override
  public Access access(Call call, ResendConfirmationCodeRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public ResendConfirmationCodeResponse run(Call call, ResendConfirmationCodeRequest input) {
    var client = directory.clients().get(input.clientId());
    SecretHash.check(client, input.secretHash(), input.username());
    var metadata = Metadata.of(input.clientMetadata());
    var sent = confirmation.resend(call, client, input.username(), metadata);
    return new ResendConfirmationCodeResponse(sent);
  }
}
