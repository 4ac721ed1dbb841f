package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListGroupPoliciesRequest;
import brume.model.iam.ListGroupPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the names of the inline policies of a group.
final class ListGroupPolicies
    implements Operation<ListGroupPoliciesRequest, ListGroupPoliciesResponse> {
  private final Directory directory;

  ListGroupPolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListGroupPoliciesRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public ListGroupPoliciesResponse run(Call call, ListGroupPoliciesRequest input) {
    var names = directory.inline().names(call.scope(), directory.groups(), input.groupName());
    var page = Listing.of(names, name -> name, input.marker(), input.maxItems());
    return ListGroupPoliciesResponse.builder()
        .policyNames(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
