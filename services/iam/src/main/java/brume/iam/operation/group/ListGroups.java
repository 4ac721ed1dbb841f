package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.model.iam.ListGroupsRequest;
import brume.model.iam.ListGroupsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the groups under a path.
final class ListGroups implements Operation<ListGroupsRequest, ListGroupsResponse> {
  private final Directory directory;

  ListGroups(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListGroupsRequest input) {
    return Needs.onAll(call, name(), EntityKind.GROUP, input.pathPrefix());
  }

  @Override
  public ListGroupsResponse run(Call call, ListGroupsRequest input) {
    var page =
        directory.groups().list(call.scope(), input.pathPrefix(), input.marker(), input.maxItems());
    return ListGroupsResponse.builder()
        .groups(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
