package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListUserTagsRequest;
import brume.model.iam.ListUserTagsResponse;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a user.
final class ListUserTags implements Operation<ListUserTagsRequest, ListUserTagsResponse> {
  private final Directory directory;

  ListUserTags(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUserTagsRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public ListUserTagsResponse run(Call call, ListUserTagsRequest input) {
    var tags =
        directory.users().type().tagsOf(directory.users().get(call.scope(), input.userName()));
    var page = Listing.of(tags, Tag::key, input.marker(), input.maxItems());
    return ListUserTagsResponse.builder()
        .tags(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
