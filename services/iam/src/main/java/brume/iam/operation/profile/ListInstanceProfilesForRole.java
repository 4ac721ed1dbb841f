package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.InstanceProfile;
import brume.model.iam.ListInstanceProfilesForRoleRequest;
import brume.model.iam.ListInstanceProfilesForRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the instance profiles that have a role.
final class ListInstanceProfilesForRole
    implements Operation<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse> {
  private final Directory directory;

  ListInstanceProfilesForRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListInstanceProfilesForRoleRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public ListInstanceProfilesForRoleResponse run(
      Call call, ListInstanceProfilesForRoleRequest input) {
    var profiles = directory.memberships().profilesOf(call.scope(), input.roleName());
    var page =
        Listing.of(profiles, InstanceProfile::instanceProfileName, input.marker(), input.maxItems())
            .map(profile -> directory.memberships().withRoles(call.scope(), profile))
            .map(Shown::profile);
    return ListInstanceProfilesForRoleResponse.builder()
        .instanceProfiles(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
