package brume.cognito.identity.operation;

import brume.cognito.identity.data.Identity;
import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.IdentityDescription;
import brume.model.cognitoidentity.ListIdentitiesInput;
import brume.model.cognitoidentity.ListIdentitiesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the identities of a pool.
final class ListIdentities implements Operation<ListIdentitiesInput, ListIdentitiesResponse> {
  private final IdentityDirectory directory;

  ListIdentities(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListIdentitiesInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public ListIdentitiesResponse run(Call call, ListIdentitiesInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    var page = directory.identities().list(pool, input.nextToken(), input.maxResults());
    var shown = page.identities().stream().map(ListIdentities::shown).toList();
    return new ListIdentitiesResponse(shown, pool.id(), page.next());
  }

  static IdentityDescription shown(Identity identity) {
    return IdentityDescription.builder()
        .identityId(identity.id())
        .creationDate(identity.created())
        .lastModifiedDate(identity.modified())
        .logins(identity.logins().stream().map(Identity.Login::provider).distinct().toList())
        .build();
  }
}
