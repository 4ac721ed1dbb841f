package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.model.iam.ListRolePoliciesRequest;
import brume.model.iam.ListRolePoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the names of the inline policies of a role.
final class ListRolePolicies
    implements Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> {
  private final Directory directory;

  ListRolePolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListRolePoliciesRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public ListRolePoliciesResponse run(Call call, ListRolePoliciesRequest input) {
    var names = directory.inline().names(call.scope(), directory.roles(), input.roleName());
    var page = Listing.of(names, name -> name, input.marker(), input.maxItems());
    return ListRolePoliciesResponse.builder()
        .policyNames(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
