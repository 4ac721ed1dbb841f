package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListAttachedUserPoliciesRequest;
import brume.model.iam.ListAttachedUserPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the managed policies of a user.
final class ListAttachedUserPolicies
    implements Operation<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> {
  private final Directory directory;

  ListAttachedUserPolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListAttachedUserPoliciesRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public ListAttachedUserPoliciesResponse run(Call call, ListAttachedUserPoliciesRequest input) {
    var policies = directory.attachments().of(call.scope(), directory.users(), input.userName());
    var page = Shown.attached(policies, input.pathPrefix(), input.marker(), input.maxItems());
    return ListAttachedUserPoliciesResponse.builder()
        .attachedPolicies(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
