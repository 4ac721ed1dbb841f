package brume.cognito.operation.admin;

import brume.cognito.account.AttributeChanges;
import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.model.cognitoidp.AdminUpdateUserAttributesRequest;
import brume.model.cognitoidp.AdminUpdateUserAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes attributes of a user, and whether its addresses are verified.
final class AdminUpdateUserAttributes
    implements Operation<AdminUpdateUserAttributesRequest, AdminUpdateUserAttributesResponse> {
  private final Directory directory;
  private final AttributeChanges changes;

  AdminUpdateUserAttributes(Directory directory, AttributeChanges changes) {
    this.directory = directory;
    this.changes = changes;
  }

  @Override
  public Access access(Call call, AdminUpdateUserAttributesRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminUpdateUserAttributesResponse run(Call call, AdminUpdateUserAttributesRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    changes.byAdmin(call, pool, input.username(), UserAttributes.of(input.userAttributes()));
    return new AdminUpdateUserAttributesResponse();
  }
}
