package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.Group;
import brume.model.iam.ListGroupsForUserRequest;
import brume.model.iam.ListGroupsForUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the groups that a user is in.
final class ListGroupsForUser
    implements Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> {
  private final Directory directory;

  ListGroupsForUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListGroupsForUserRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public ListGroupsForUserResponse run(Call call, ListGroupsForUserRequest input) {
    var groups = directory.memberships().groupsOf(call.scope(), input.userName());
    var page = Listing.of(groups, Group::groupName, input.marker(), input.maxItems());
    return ListGroupsForUserResponse.builder()
        .groups(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
