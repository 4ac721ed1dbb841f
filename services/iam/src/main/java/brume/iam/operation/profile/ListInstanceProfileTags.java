package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListInstanceProfileTagsRequest;
import brume.model.iam.ListInstanceProfileTagsResponse;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a instance profile.
final class ListInstanceProfileTags
    implements Operation<ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse> {
  private final Directory directory;

  ListInstanceProfileTags(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListInstanceProfileTagsRequest input) {
    return Needs.on(call, name(), directory.profiles(), input.instanceProfileName());
  }

  @Override
  public ListInstanceProfileTagsResponse run(Call call, ListInstanceProfileTagsRequest input) {
    var tags =
        directory
            .profiles()
            .type()
            .tagsOf(directory.profiles().get(call.scope(), input.instanceProfileName()));
    var page = Listing.of(tags, Tag::key, input.marker(), input.maxItems());
    return ListInstanceProfileTagsResponse.builder()
        .tags(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
