package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.model.cognitoidentity.DeleteIdentitiesInput;
import brume.model.cognitoidentity.DeleteIdentitiesResponse;
import brume.model.cognitoidentity.UnprocessedIdentityId;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;

/// Deletes identities. Those that are not there are told apart from none.
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
      try {
        directory.identities().delete(directory.identities().get(id).pool(), id);
      } catch (ServiceException _) {
        left.add(new UnprocessedIdentityId("InternalServerError", id));
      }
    }
    return new DeleteIdentitiesResponse(left);
  }
}
