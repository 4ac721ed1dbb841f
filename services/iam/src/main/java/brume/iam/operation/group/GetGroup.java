package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.GetGroupRequest;
import brume.model.iam.GetGroupResponse;
import brume.model.iam.User;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a group and its users.
final class GetGroup implements Operation<GetGroupRequest, GetGroupResponse> {
  private final Directory directory;

  GetGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetGroupRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public GetGroupResponse run(Call call, GetGroupRequest input) {
    var group = directory.groups().get(call.scope(), input.groupName());
    var users = directory.memberships().usersOf(call.scope(), input.groupName());
    var page = Listing.of(users, User::userName, input.marker(), input.maxItems());
    return GetGroupResponse.builder()
        .group(group)
        .users(page.map(Shown::listed).items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
