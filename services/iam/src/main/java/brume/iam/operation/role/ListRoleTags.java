package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListRoleTagsRequest;
import brume.model.iam.ListRoleTagsResponse;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a role.
final class ListRoleTags implements Operation<ListRoleTagsRequest, ListRoleTagsResponse> {
  private final Directory directory;

  ListRoleTags(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListRoleTagsRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public ListRoleTagsResponse run(Call call, ListRoleTagsRequest input) {
    var tags =
        directory.roles().type().tagsOf(directory.roles().get(call.scope(), input.roleName()));
    var page = Listing.of(tags, Tag::key, input.marker(), input.maxItems());
    return ListRoleTagsResponse.builder()
        .tags(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
