package brume.cognito.operation.signup;

import brume.cognito.account.Confirmation;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.SecretHash;
import brume.model.cognitoidp.ConfirmSignUpRequest;
import brume.model.cognitoidp.ConfirmSignUpResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Confirms a user by the code that was sent.
final class ConfirmSignUp implements Operation<ConfirmSignUpRequest, ConfirmSignUpResponse> {
  private final Directory directory;
  private final Confirmation confirmation;

  ConfirmSignUp(Directory directory, Confirmation confirmation) {
    this.directory = directory;
    this.confirmation = confirmation;
  }

  @Override
  public Access access(Call call, ConfirmSignUpRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public ConfirmSignUpResponse run(Call call, ConfirmSignUpRequest input) {
    Lacking.refuseIf(Boolean.TRUE.equals(input.forceAliasCreation()), "ForceAliasCreation");
    var client = directory.clients().get(input.clientId());
    SecretHash.check(client, input.secretHash(), input.username());
    var metadata = Metadata.of(input.clientMetadata());
    confirmation.confirm(call, client, input.username(), input.confirmationCode(), metadata);
    return new ConfirmSignUpResponse(null);
  }
}
