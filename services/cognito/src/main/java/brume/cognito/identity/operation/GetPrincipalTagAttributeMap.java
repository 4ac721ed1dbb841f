package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetPrincipalTagAttributeMapInput;
import brume.model.cognitoidentity.GetPrincipalTagAttributeMapResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Shows which claims of a provider become session tags.
final class GetPrincipalTagAttributeMap
    implements Operation<GetPrincipalTagAttributeMapInput, GetPrincipalTagAttributeMapResponse> {
  private final IdentityDirectory directory;

  GetPrincipalTagAttributeMap(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetPrincipalTagAttributeMapInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public GetPrincipalTagAttributeMapResponse run(
      Call call, GetPrincipalTagAttributeMapInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var provider = input.identityProviderName();
    var map = directory.pools().tagMap(pool, provider);
    return map == null
        ? new GetPrincipalTagAttributeMapResponse(pool.id(), provider, Map.of(), false)
        : map;
  }
}
