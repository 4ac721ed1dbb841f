package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.Vouching;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.UnlinkIdentityInput;
import brume.model.cognitoidentity.UnlinkIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes logins from an identity, for whoever proves one of them.
final class UnlinkIdentity implements Operation<UnlinkIdentityInput, UnlinkIdentityResponse> {
  private final IdentityDirectory directory;
  private final Vouching vouching;

  UnlinkIdentity(IdentityDirectory directory, Vouching vouching) {
    this.directory = directory;
    this.vouching = vouching;
  }

  @Override
  public Access access(Call call, UnlinkIdentityInput input) {
    return IdentityAccess.ANYBODY;
  }

  @Override
  public UnlinkIdentityResponse run(Call call, UnlinkIdentityInput input) {
    var found = directory.identities().get(input.identityId());
    vouching.token(call, input.identityId(), input.logins());
    directory
        .identities()
        .change(
            found.pool(),
            input.identityId(),
            identity ->
                identity.without(
                    identity.logins().stream()
                        .filter(login -> input.loginsToRemove().contains(login.provider()))
                        .toList(),
                    call.now()));
    return new UnlinkIdentityResponse();
  }
}
