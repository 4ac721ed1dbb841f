package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListAttachedGroupPoliciesRequest;
import brume.model.iam.ListAttachedGroupPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the managed policies of a group.
final class ListAttachedGroupPolicies
    implements Operation<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> {
  private final Directory directory;

  ListAttachedGroupPolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListAttachedGroupPoliciesRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public ListAttachedGroupPoliciesResponse run(Call call, ListAttachedGroupPoliciesRequest input) {
    var policies = directory.attachments().of(call.scope(), directory.groups(), input.groupName());
    var page = Shown.attached(policies, input.pathPrefix(), input.marker(), input.maxItems());
    return ListAttachedGroupPoliciesResponse.builder()
        .attachedPolicies(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
