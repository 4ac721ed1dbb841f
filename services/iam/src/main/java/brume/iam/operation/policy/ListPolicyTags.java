package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListPolicyTagsRequest;
import brume.model.iam.ListPolicyTagsResponse;
import brume.model.iam.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a managed policy.
final class ListPolicyTags implements Operation<ListPolicyTagsRequest, ListPolicyTagsResponse> {
  private final Directory directory;

  ListPolicyTags(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListPolicyTagsRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public ListPolicyTagsResponse run(Call call, ListPolicyTagsRequest input) {
    var tags =
        directory
            .policies()
            .own()
            .type()
            .tagsOf(directory.attachments().counted(call.scope(), input.policyArn()));
    var page = Listing.of(tags, Tag::key, input.marker(), input.maxItems());
    return ListPolicyTagsResponse.builder()
        .tags(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
