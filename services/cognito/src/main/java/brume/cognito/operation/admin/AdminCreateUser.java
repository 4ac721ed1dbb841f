package brume.cognito.operation.admin;

import brume.cognito.account.Invitation;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.model.cognitoidp.AdminCreateUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a user, who gets a temporary password.
final class AdminCreateUser implements Operation<AdminCreateUserRequest, AdminCreateUserResponse> {
  private final Directory directory;
  private final Invitation invitation;

  AdminCreateUser(Directory directory, Invitation invitation) {
    this.directory = directory;
    this.invitation = invitation;
  }

  @Override
  public Access access(Call call, AdminCreateUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminCreateUserResponse run(Call call, AdminCreateUserRequest input) {
    Lacking.refuseIf(Boolean.TRUE.equals(input.forceAliasCreation()), "ForceAliasCreation");
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = invitation.invite(call, pool, input);
    return new AdminCreateUserResponse(UserAttributes.shown(user));
  }
}
