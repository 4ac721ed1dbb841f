package brume.cognito.identity.operation;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.Vouching;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetOpenIdTokenInput;
import brume.model.cognitoidentity.GetOpenIdTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives whoever has a login of an identity a token for STS.
final class GetOpenIdToken implements Operation<GetOpenIdTokenInput, GetOpenIdTokenResponse> {
  private final IdentityDirectory directory;
  private final Vouching vouching;

  GetOpenIdToken(IdentityDirectory directory, Vouching vouching) {
    this.directory = directory;
    this.vouching = vouching;
  }

  @Override
  public Access access(Call call, GetOpenIdTokenInput input) {
    return IdentityAccess.ANYBODY;
  }

  @Override
  public GetOpenIdTokenResponse run(Call call, GetOpenIdTokenInput input) {
    var pool = directory.identities().get(input.identityId()).pool();
    if (!Boolean.TRUE.equals(pool.settings().allowClassicFlow())) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Basic (classic) flow is not enabled, please use enhanced flow.");
    }
    var token = vouching.token(call, input.identityId(), input.logins());
    return new GetOpenIdTokenResponse(input.identityId(), token);
  }
}
