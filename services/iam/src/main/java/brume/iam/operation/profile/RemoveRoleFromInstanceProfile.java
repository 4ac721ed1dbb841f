package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.RemoveRoleFromInstanceProfileRequest;
import brume.model.iam.RemoveRoleFromInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a role out of an instance profile.
final class RemoveRoleFromInstanceProfile
    implements Operation<
        RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse> {
  private final Directory directory;

  RemoveRoleFromInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, RemoveRoleFromInstanceProfileRequest input) {
    return Needs.on(call, name(), directory.profiles(), input.instanceProfileName());
  }

  @Override
  public RemoveRoleFromInstanceProfileResponse run(
      Call call, RemoveRoleFromInstanceProfileRequest input) {
    directory.memberships().removeRole(call.scope(), input.instanceProfileName(), input.roleName());
    return new RemoveRoleFromInstanceProfileResponse();
  }
}
