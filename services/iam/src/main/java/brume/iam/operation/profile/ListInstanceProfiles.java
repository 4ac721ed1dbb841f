package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListInstanceProfilesRequest;
import brume.model.iam.ListInstanceProfilesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the instance profiles under a path.
final class ListInstanceProfiles
    implements Operation<ListInstanceProfilesRequest, ListInstanceProfilesResponse> {
  private final Directory directory;

  ListInstanceProfiles(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListInstanceProfilesRequest input) {
    return Needs.onAll(call, name(), EntityKind.INSTANCE_PROFILE, input.pathPrefix());
  }

  @Override
  public ListInstanceProfilesResponse run(Call call, ListInstanceProfilesRequest input) {
    var page =
        directory
            .profiles()
            .list(call.scope(), input.pathPrefix(), input.marker(), input.maxItems())
            .map(profile -> directory.memberships().withRoles(call.scope(), profile))
            .map(Shown::profile);
    return ListInstanceProfilesResponse.builder()
        .instanceProfiles(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
