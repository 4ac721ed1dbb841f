package brume.cognito.operation.signup;

import brume.cognito.account.Registration;
import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.SecretHash;
import brume.cognito.user.User;
import brume.model.cognitoidp.SignUpRequest;
import brume.model.cognitoidp.SignUpResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Signs a user up, who then confirms an address by the code that is sent there.
final class SignUp implements Operation<SignUpRequest, SignUpResponse> {
  private final Directory directory;
  private final Registration registration;

  SignUp(Directory directory, Registration registration) {
    this.directory = directory;
    this.registration = registration;
  }

  @Override
  public Access access(Call call, SignUpRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public SignUpResponse run(Call call, SignUpRequest input) {
    var client = directory.clients().get(input.clientId());
    SecretHash.check(client, input.secretHash(), input.username());
    var signedUp = registration.signUp(call, client, input);
    var user = signedUp.user();
    return SignUpResponse.builder()
        .userSub(user.sub())
        .userConfirmed(user.status() == User.Status.CONFIRMED)
        .codeDeliveryDetails(signedUp.sent())
        .build();
  }
}
