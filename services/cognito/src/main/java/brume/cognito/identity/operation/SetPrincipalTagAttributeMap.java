package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetPrincipalTagAttributeMapResponse;
import brume.model.cognitoidentity.SetPrincipalTagAttributeMapInput;
import brume.model.cognitoidentity.SetPrincipalTagAttributeMapResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets which claims of a provider become session tags.
final class SetPrincipalTagAttributeMap
    implements Operation<SetPrincipalTagAttributeMapInput, SetPrincipalTagAttributeMapResponse> {
  private final IdentityDirectory directory;

  SetPrincipalTagAttributeMap(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, SetPrincipalTagAttributeMapInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public SetPrincipalTagAttributeMapResponse run(
      Call call, SetPrincipalTagAttributeMapInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var provider = input.identityProviderName();
    var map =
        new GetPrincipalTagAttributeMapResponse(
            pool.id(), provider, input.principalTags(), input.useDefaults());
    directory.pools().setTagMap(pool, provider, map);
    return new SetPrincipalTagAttributeMapResponse(
        pool.id(), provider, input.principalTags(), input.useDefaults());
  }
}
