package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.DeveloperLogins;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.LookupDeveloperIdentityInput;
import brume.model.cognitoidentity.LookupDeveloperIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Finds identities of developers and the names by which developers know them.
final class LookupDeveloperIdentity
    implements Operation<LookupDeveloperIdentityInput, LookupDeveloperIdentityResponse> {
  private final IdentityDirectory directory;
  private final DeveloperLogins developers;

  LookupDeveloperIdentity(IdentityDirectory directory, DeveloperLogins developers) {
    this.directory = directory;
    this.developers = developers;
  }

  @Override
  public Access access(Call call, LookupDeveloperIdentityInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public LookupDeveloperIdentityResponse run(Call call, LookupDeveloperIdentityInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var provider = DeveloperLogins.provider(pool);
    var id =
        input.identityId() != null
            ? input.identityId()
            : developers.owner(pool, provider, input.developerUserIdentifier());
    var names = developers.names(pool, provider, id);
    return new LookupDeveloperIdentityResponse(names, id, null);
  }
}
