package brume.cognito.identity.operation;

import brume.cognito.identity.data.Identity;
import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.UnlinkDeveloperIdentityInput;
import brume.model.cognitoidentity.UnlinkDeveloperIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Takes the name by which a developer knows it from an identity.
final class UnlinkDeveloperIdentity
    implements Operation<UnlinkDeveloperIdentityInput, UnlinkDeveloperIdentityResponse> {
  private final IdentityDirectory directory;

  UnlinkDeveloperIdentity(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UnlinkDeveloperIdentityInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public UnlinkDeveloperIdentityResponse run(Call call, UnlinkDeveloperIdentityInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var login = new Identity.Login(input.developerProviderName(), input.developerUserIdentifier());
    directory
        .identities()
        .change(pool, input.identityId(), identity -> identity.without(List.of(login), call.now()));
    return new UnlinkDeveloperIdentityResponse();
  }
}
