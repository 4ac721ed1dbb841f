package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListAttachedRolePoliciesRequest;
import brume.model.iam.ListAttachedRolePoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the managed policies of a role.
final class ListAttachedRolePolicies
    implements Operation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> {
  private final Directory directory;

  ListAttachedRolePolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListAttachedRolePoliciesRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public ListAttachedRolePoliciesResponse run(Call call, ListAttachedRolePoliciesRequest input) {
    var policies = directory.attachments().of(call.scope(), directory.roles(), input.roleName());
    var page = Shown.attached(policies, input.pathPrefix(), input.marker(), input.maxItems());
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
