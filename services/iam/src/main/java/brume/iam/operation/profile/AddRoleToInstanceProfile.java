package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.AddRoleToInstanceProfileRequest;
import brume.model.iam.AddRoleToInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a role into an instance profile, which has one at most.
final class AddRoleToInstanceProfile
    implements Operation<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse> {
  private final Directory directory;

  AddRoleToInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AddRoleToInstanceProfileRequest input) {
    return Needs.on(call, name(), directory.profiles(), input.instanceProfileName())
        .and(passing(call, input.roleName()));
  }

  @Override
  public AddRoleToInstanceProfileResponse run(Call call, AddRoleToInstanceProfileRequest input) {
    directory.memberships().addRole(call.scope(), input.instanceProfileName(), input.roleName());
    return new AddRoleToInstanceProfileResponse();
  }

  private Access passing(Call call, String role) {
    return Needs.on(call, "PassRole", directory.roles(), role)
        .where("iam:PassedToService", "ec2.amazonaws.com");
  }
}
