package brume.cognito.identity.operation;

import brume.cognito.identity.login.Vouching;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetCredentialsForIdentityInput;
import brume.model.cognitoidentity.GetCredentialsForIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives whoever has a login of an identity temporary credentials of its role.
final class GetCredentialsForIdentity
    implements Operation<GetCredentialsForIdentityInput, GetCredentialsForIdentityResponse> {
  private final Vouching vouching;

  GetCredentialsForIdentity(Vouching vouching) {
    this.vouching = vouching;
  }

  @Override
  public Access access(Call call, GetCredentialsForIdentityInput input) {
    return IdentityAccess.ANYBODY;
  }

  @Override
  public GetCredentialsForIdentityResponse run(Call call, GetCredentialsForIdentityInput input) {
    var credentials =
        vouching.credentials(call, input.identityId(), input.logins(), input.customRoleArn());
    return new GetCredentialsForIdentityResponse(credentials, input.identityId());
  }
}
