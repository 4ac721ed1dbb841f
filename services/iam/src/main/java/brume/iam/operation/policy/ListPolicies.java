package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.entity.Listing;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListPoliciesRequest;
import brume.model.iam.ListPoliciesResponse;
import brume.model.iam.Policy;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Lists the account's own managed policies and AWS's.
final class ListPolicies implements Operation<ListPoliciesRequest, ListPoliciesResponse> {
  private final Directory directory;

  ListPolicies(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListPoliciesRequest input) {
    return Needs.onAll(call, name(), EntityKind.POLICY, input.pathPrefix());
  }

  @Override
  public ListPoliciesResponse run(Call call, ListPoliciesRequest input) {
    var scope = input.scope() == null ? "All" : input.scope();
    boolean asBoundary = "PermissionsBoundary".equals(input.policyUsageFilter());
    var prefix = input.pathPrefix() == null ? Needs.ROOT_PATH : input.pathPrefix();
    var wanted =
        directory.attachments().counted(call.scope(), directory.allPolicies(call.scope())).stream()
            .filter(policy -> isIn(scope, policy))
            .filter(policy -> Objects.requireNonNull(policy.path()).startsWith(prefix))
            .filter(
                policy ->
                    !Boolean.TRUE.equals(input.onlyAttached()) || uses(policy, asBoundary) > 0)
            .map(Shown::listed)
            .toList();
    var page =
        Listing.of(
            wanted,
            policy -> Objects.requireNonNull(policy.arn()),
            input.marker(),
            input.maxItems());
    return ListPoliciesResponse.builder()
        .policies(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }

  private static boolean isIn(String scope, Policy policy) {
    boolean isAws = Objects.requireNonNull(policy.arn()).startsWith("arn:aws:iam::aws:");
    return scope.equals("All") || isAws == scope.equals("AWS");
  }

  private static int uses(Policy policy, boolean asBoundary) {
    var uses = asBoundary ? policy.permissionsBoundaryUsageCount() : policy.attachmentCount();
    return uses == null ? 0 : uses;
  }
}
