package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.MfaSettings;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.model.cognitoidp.AdminGetUserRequest;
import brume.model.cognitoidp.AdminGetUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a user.
final class AdminGetUser implements Operation<AdminGetUserRequest, AdminGetUserResponse> {
  private final Directory directory;

  AdminGetUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminGetUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminGetUserResponse run(Call call, AdminGetUserRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    return AdminGetUserResponse.builder()
        .username(user.username())
        .userAttributes(UserAttributes.shown(user.shown()))
        .userCreateDate(user.created())
        .userLastModifiedDate(user.modified())
        .enabled(user.enabled())
        .userStatus(user.status().name())
        .userMfaSettingList(MfaSettings.enabled(user))
        .preferredMfaSetting(MfaSettings.preferred(user))
        .build();
  }
}
