package brume.cognito.operation.admin;

import brume.cognito.account.AttributeChanges;
import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminDeleteUserAttributesRequest;
import brume.model.cognitoidp.AdminDeleteUserAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes attributes of a user.
final class AdminDeleteUserAttributes
    implements Operation<AdminDeleteUserAttributesRequest, AdminDeleteUserAttributesResponse> {
  private final Directory directory;
  private final AttributeChanges changes;

  AdminDeleteUserAttributes(Directory directory, AttributeChanges changes) {
    this.directory = directory;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, AdminDeleteUserAttributesRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminDeleteUserAttributesResponse run(Call call, AdminDeleteUserAttributesRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    changes.delete(call, pool, user.username(), input.userAttributeNames());
    return new AdminDeleteUserAttributesResponse();
  }
}
