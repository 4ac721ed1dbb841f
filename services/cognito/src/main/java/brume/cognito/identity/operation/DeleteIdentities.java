package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.model.cognitoidentity.DeleteIdentitiesInput;
import brume.model.cognitoidentity.DeleteIdentitiesResponse;
import brume.model.cognitoidentity.UnprocessedIdentityId;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.ArrayList;

/// Deletes identities, and says which were not there.
final class DeleteIdentities implements Operation<DeleteIdentitiesInput, DeleteIdentitiesResponse> {
  private final IdentityDirectory directory;

  DeleteIdentities(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteIdentitiesInput input) {
    return Access.toAny("cognito-identity:DeleteIdentities");
  }

  @Override
  public DeleteIdentitiesResponse run(Call call, DeleteIdentitiesInput input) {
    var left = new ArrayList<UnprocessedIdentityId>();
    for (var id : input.identityIdsToDelete()) {
      var found = directory.identities().find(id);
      boolean isOwn = found != null && found.pool().scope().equals(call.scope());
      if (found == null || !isOwn || !directory.identities().delete(found.pool(), id)) {
        left.add(new UnprocessedIdentityId("InternalServerError", id));
      }
    }
    return new DeleteIdentitiesResponse(left);
  }
}
