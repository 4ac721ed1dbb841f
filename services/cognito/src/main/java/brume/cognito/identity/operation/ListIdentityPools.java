package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.model.cognitoidentity.IdentityPoolShortDescription;
import brume.model.cognitoidentity.ListIdentityPoolsInput;
import brume.model.cognitoidentity.ListIdentityPoolsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the identity pools of a region.
final class ListIdentityPools
    implements Operation<ListIdentityPoolsInput, ListIdentityPoolsResponse> {
  private final IdentityDirectory directory;

  ListIdentityPools(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListIdentityPoolsInput input) {
    return Access.toAny("cognito-identity:ListIdentityPools");
  }

  @Override
  public ListIdentityPoolsResponse run(Call call, ListIdentityPoolsInput input) {
    var page = directory.pools().list(call.scope(), input.nextToken(), input.maxResults());
    var shown =
        page.items().stream()
            .map(
                pool ->
                    new IdentityPoolShortDescription(
                        pool.identityPoolId(), pool.identityPoolName()))
            .toList();
    return new ListIdentityPoolsResponse(shown, page.next());
  }
}
