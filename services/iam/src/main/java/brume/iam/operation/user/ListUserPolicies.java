package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListUserPoliciesRequest;
import brume.model.iam.ListUserPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the names of the inline policies of a user.
final class ListUserPolicies
    implements Operation<ListUserPoliciesRequest, ListUserPoliciesResponse> {
  private final Directory directory;

  ListUserPolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUserPoliciesRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public ListUserPoliciesResponse run(Call call, ListUserPoliciesRequest input) {
    var names = directory.inline().names(call.scope(), directory.users(), input.userName());
    var page = Listing.of(names, name -> name, input.marker(), input.maxItems());
    return ListUserPoliciesResponse.builder()
        .policyNames(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
